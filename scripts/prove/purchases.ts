import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Db } from '@/db/client';
import { withScratchDatabase } from '../bench/database';
import { openShop } from '../bench/shop';
import { printTable } from '../table';
import { migrate } from '../migrate';
import { say } from '../progress';
import { makeRedis, type RedisServer } from '../redis';
import { Refusal } from '../refusal';
import { provideRedis } from '../tools';
import { type Check, checkAll } from './checks';
import { Proof, redisStates } from './proof';
import { buyWithEveryCard, killEverywhere, rush, storm } from './scenes';
import { stopper } from './stop-points';

// npm run prove:purchases [-- --short]: processes that buy and refund are killed at every point where they can be, with
// Redis up, away and hung, with every card of the sandbox, many at once with one key and with many; then everything that
// was charged, granted, booked, published and answered is compared.

const isShort = process.argv.includes('--short');
const stormSeconds = isShort ? 0 : 90;

async function startWorker(url: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'worker.ts'), [], { env: { ...process.env, DATABASE_URL: url } });
  await once(child, 'message');
  return child;
}

async function untilQuiet(db: Db): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const rows = await db.$client`select from pgboss.job where state in ('created', 'retry', 'active') limit 1`;
    if (rows.length === 0) return;
    await sleep(100);
  }
}

async function prove(url: string, redis: RedisServer): Promise<boolean> {
  process.env.LOG_LEVEL = 'silent';
  await migrate(url);
  const db = connect(url, { max: 4 });
  const worker = await startWorker(url);
  const proof = new Proof(db, url, await openShop(db, { apps: 50, people: 20_000 }), redis);
  const stop = await stopper(url);
  try {
    const states = isShort ? (['none', 'up'] as const) : redisStates;
    say('Killing at every point …');
    await killEverywhere(proof, stop, { states, passes: isShort ? 1 : states.length * 2 });
    for (const state of isShort ? (['up', 'hung'] as const) : redisStates) {
      say(`Every card, and many at once, Redis ${state} …`);
      await proof.withRedis(state, async () => {
        if (!isShort || state === 'up') await buyWithEveryCard(proof, state);
        await rush(proof, state);
      });
    }
    if (stormSeconds > 0) {
      say(`A storm of ${stormSeconds} s …`);
      await storm(proof, stormSeconds);
    }
    await untilQuiet(db);
    // What nobody did needs no check: there are no payouts here.
    return report(
      proof,
      (await checkAll(db, proof.told)).filter(({ looked }) => looked > 0),
    );
  } finally {
    await proof.close();
    worker.kill('SIGKILL');
    await stop.close();
    await db.close();
  }
}

function report(proof: Proof, checks: readonly Check[]): boolean {
  const scenes = [...proof.scenes].map(([scene, { runs, answers }]) => [
    scene,
    runs,
    Object.entries(answers)
      .sort()
      .map(([answer, count]) => `${answer} ×${count}`)
      .join(', '),
  ]);
  printTable(['scene', 'requests', 'answers'], scenes);
  printTable(
    ['check', 'looked at', 'violations'],
    checks.map(({ check, looked, violations }) => [check, looked, violations]),
  );
  const violations = checks.reduce((sum, check) => sum + check.violations, 0);
  say(`${checks.length} checks, ${violations} violations.`);
  return violations === 0;
}

const { path, missing } = await provideRedis();
if (path === null) {
  say(`There is no Redis, and the proof needs one: ${missing}.`);
  process.exit(3);
}
const redis = await makeRedis(path);
await redis.start();
try {
  const isProved = await withScratchDatabase((url) => prove(url, redis));
  if (!isProved) process.exitCode = 1;
} catch (error) {
  say(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
} finally {
  await redis.stop();
}
