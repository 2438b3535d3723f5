import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@/db/client';
import type { Offer, Shop } from '../bench/shop';
import type { RedisServer } from '../redis';
import { Refusal } from '../refusal';
import type { Told } from './checks';
import { type Shopper, startShopper } from './processes';
import type { Errand, Outcome } from './shopper';

export const redisStates = ['none', 'up', 'down', 'hung'] as const;
export type RedisState = (typeof redisStates)[number];

const patience = 200;

type Errands = { runs: number; answers: Record<string, number> };

/** The processes of one proof, what they were asked and what they said. */
export class Proof {
  readonly told: Told[] = [];
  readonly scenes = new Map<string, Errands>();
  private readonly shoppers = new Map<string, Shopper>();
  private turn = 0;

  readonly db: Db;
  private readonly url: string;
  private readonly shop: Shop;
  private readonly redis: RedisServer;

  constructor(db: Db, url: string, shop: Shop, redis: RedisServer) {
    this.db = db;
    this.url = url;
    this.shop = shop;
    this.redis = redis;
  }

  person() {
    const person = this.shop.people.pop();
    if (person === undefined) throw new Refusal('There is nobody left who could buy.');
    return person;
  }

  paid(): Offer {
    return this.shop.paid[this.turn++ % this.shop.paid.length] as Offer;
  }

  free(): Offer {
    return this.shop.free[this.turn++ % this.shop.free.length] as Offer;
  }

  start(name: string, state: RedisState): Promise<Shopper> {
    return startShopper(name, { DATABASE_URL: this.url, REDIS_URL: state === 'none' ? '' : this.redis.url });
  }

  /** A process that lives on from scene to scene; `n` of them are beside each other. */
  async shopper(state: RedisState, n = 0): Promise<Shopper> {
    const name = `shopper ${state === 'none' ? 'alone' : 'with Redis'} ${n}`;
    const known = this.shoppers.get(name) ?? (await this.start(name, state));
    this.shoppers.set(name, known);
    return known;
  }

  /** Sends somebody and writes down what they were told. */
  async send(scene: string, shopper: Shopper, errand: Errand): Promise<Outcome | null> {
    const outcome = await shopper.run(errand);
    const seen = this.scenes.get(scene) ?? { runs: 0, answers: {} };
    const answer = outcome === null ? 'died' : String(outcome.status);
    seen.runs += 1;
    seen.answers[answer] = (seen.answers[answer] ?? 0) + 1;
    this.scenes.set(scene, seen);
    if (outcome?.status === 500) throw new Error(`${scene}: ${outcome.body}`);
    if (errand.kind === 'buy' && (outcome?.status === 201 || outcome?.status === 402)) {
      this.told.push({ key: errand.key, ...outcome });
    }
    return outcome;
  }

  /** The same request until it has a final answer, as a client does that was told to come again. */
  async insist(scene: string, shopper: Shopper, errand: Errand): Promise<Outcome> {
    for (let tries = 0; tries < patience; tries += 1) {
      const outcome = await this.send(scene, shopper, errand);
      if (outcome && [200, 201, 402].includes(outcome.status)) return outcome;
      if (outcome?.status === 409 && outcome.body === 'already_owned') return outcome;
      await sleep(25);
    }
    throw new Error(`${scene}: no final answer after ${patience} tries`);
  }

  /** As if an hour had passed: leases are free, and what is pending is old. Redis has forgotten its locks. */
  async age(state: RedisState): Promise<void> {
    const sql = this.db.$client;
    await sql`update idempotency_keys set locked_at = locked_at - interval '1 hour' where locked_at is not null`;
    await sql`update purchases set created_at = created_at - interval '1 hour' where status = 'pending'`;
    await sql`update refunds set locked_at = locked_at - interval '1 hour', created_at = created_at - interval '1 hour' where recovery_point <> 'finished'`;
    if (state === 'up') {
      await this.redis.stop();
      await this.redis.start();
    }
  }

  async withRedis(state: RedisState, work: () => Promise<void>): Promise<void> {
    if (state === 'down') await this.redis.stop();
    if (state === 'hung') this.redis.hang();
    try {
      await work();
    } finally {
      this.redis.resume();
      await this.redis.stop();
      await this.redis.start();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.shoppers.values()].map((shopper) => shopper.kill()));
  }
}
