import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Db } from '@/db/client';
import { systemContext, type UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { guardPayments, type Payments } from '@/lib/payments/guard';
import { sandboxProvider } from '@/lib/payments/sandbox';
import { buyApp } from '@/lib/purchases/buy-app';
import { migrate } from '../migrate';
import { Refusal } from '../refusal';
import { withScratchDatabase } from './database';
import { recordSql, replaySql } from './replayed-sql';
import { type Offer, openShop, type Shop, wishFor } from './shop';
import { printTable } from '../table';

// npm run bench:purchases: purchases through the domain function, beside the SQL statements of one such purchase run again
// for other people by the bare driver, prepared, each client on a connection of its own; same server, same run, in turns.

const clientCounts = [1, 8, 32];
const secondsEach = 3;
const connections = 32;
const slow = { connections: 4, clients: 32, chargeMs: 200 };
const replaying = { people: 4, each: 500 };

type Speed = { perSecond: number; p50: number; p99: number };
type Pick = () => Offer;

function paymentsOf(db: Db, chargeMs = 0): Payments {
  const provider = sandboxProvider(db, { deliver: async () => undefined, secret: 'of a benchmark' });
  const charge: typeof provider.charge = async (...args) => {
    await sleep(chargeMs);
    return provider.charge(...args);
  };
  return guardPayments(chargeMs === 0 ? provider : { ...provider, charge }, { log: logger() });
}

function summary(latencies: number[], seconds: number): Speed {
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Keeps so many clients at it for a while. Latencies in ms. */
async function measure(clients: number, seconds: number, work: (client: number) => Promise<unknown>): Promise<Speed> {
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        const before = performance.now();
        await work(client);
        latencies.push(performance.now() - before);
      }
    }),
  );
  return summary(latencies, (performance.now() - started) / 1000);
}

async function buy(db: Db, actor: UserActor, offer: Offer, payments: Payments, key = newId()): Promise<void> {
  const ctx = systemContext('bench', { db, actor });
  const { status } = await buyApp(ctx, { idempotencyKey: key, body: wishFor(offer) }, payments);
  if (status !== 201) throw new Refusal(`A purchase was answered ${status}.`);
}

function someone({ people }: Shop): UserActor {
  const person = people.pop();
  if (person === undefined) throw new Refusal('There is nobody left who could buy.');
  return person;
}

async function bare(url: string, shop: Shop, pick: Pick, clients: number): Promise<Speed> {
  const [buyer, offer] = [someone(shop), pick()];
  const statements = await recordSql(url, async (db, start) => {
    const payments = paymentsOf(db);
    // Fills what later ones find in the process.
    await buy(db, someone(shop), offer, payments);
    start();
    await buy(db, buyer, offer, payments);
  });
  const db = connect(url, { max: clients });
  const reserved = await Promise.all(Array.from({ length: clients }, () => db.$client.reserve()));
  const fixed = new Set(shop.organizationIds);
  try {
    return await measure(clients, secondsEach, async (index) => {
      const other = pick();
      const given = new Map([
        [buyer.userId, someone(shop).userId],
        [offer.appId, other.appId],
        [offer.priceId, other.priceId],
      ]);
      const connection = reserved[index];
      if (connection) await replaySql(connection, statements, { given, fixed });
    });
  } finally {
    for (const connection of reserved) connection.release();
    await db.close();
  }
}

async function measureAll(url: string, db: Db, shop: Shop): Promise<void> {
  const payments = paymentsOf(db);
  const rows: (string | number)[][] = [];
  for (const [kind, offers] of Object.entries({ free: shop.free, paid: shop.paid })) {
    let turn = 0;
    const spread: Pick = () => offers[turn++ % offers.length] as Offer;
    const hot: Pick = () => offers[0] as Offer;
    await measure(8, 1, () => buy(db, someone(shop), spread(), payments));
    for (const clients of clientCounts) {
      for (const [way, pick] of [['1,000 apps', spread] as const, ['one app', hot] as const]) {
        const store = await measure(clients, secondsEach, () => buy(db, someone(shop), pick(), payments));
        const plain = await bare(url, shop, pick, clients);
        const { perSecond, p50, p99 } = store;
        rows.push([kind, way, clients, perSecond, p50, p99, plain.perSecond, perSecond / plain.perSecond]);
      }
    }
  }
  printTable(['', 'of', 'clients', 'per second', 'p50 ms', 'p99 ms', 'bare per second', 'ratio'], rows);
}

/** The same key again and again, by one client. */
async function measureReplays(db: Db, shop: Shop): Promise<Speed> {
  const latencies: number[] = [];
  const payments = paymentsOf(db);
  const started = performance.now();
  for (let n = 0; n < replaying.people; n += 1) {
    const [actor, offer, key] = [someone(shop), shop.paid[n] as Offer, newId()];
    await buy(db, actor, offer, payments, key);
    for (let i = 0; i < replaying.each; i += 1) {
      const before = performance.now();
      await buy(db, actor, offer, payments, key);
      latencies.push(performance.now() - before);
    }
  }
  return summary(latencies, (performance.now() - started) / 1000);
}

/** A provider that takes its time, and fewer connections than clients: held connections would keep the others waiting. */
async function measureSlow(url: string, shop: Shop): Promise<Speed> {
  const db = connect(url, { max: slow.connections });
  const payments = paymentsOf(db, slow.chargeMs);
  try {
    return await measure(slow.clients, secondsEach, () => buy(db, someone(shop), shop.paid[0] as Offer, payments));
  } finally {
    await db.close();
  }
}

await withScratchDatabase(async (url) => {
  await migrate(url);
  const db = connect(url, { max: connections });
  try {
    const shop = await openShop(db, { apps: 1_000, people: 200_000 });
    await measureAll(url, db, shop);
    const [again, waiting] = [await measureReplays(db, shop), await measureSlow(url, shop)];
    const ifHeld = slow.connections / (slow.chargeMs / 1000);
    process.stdout.write(
      `Replayed answers, one client: ${again.perSecond.toFixed(0)} per second, p50 ${again.p50.toFixed(2)} ms, p99 ${again.p99.toFixed(2)} ms\n` +
        `A provider that takes ${slow.chargeMs} ms, ${slow.connections} connections, ${slow.clients} clients: ${waiting.perSecond.toFixed(0)} per second; ` +
        `at most ${ifHeld} if a charge held a connection\n`,
    );
  } finally {
    await db.close();
  }
});
