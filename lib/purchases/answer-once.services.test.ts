import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SharedStore } from '@/lib/cache/interface';
import { redisStore } from '@/lib/cache/redis';
import { setSharedStore } from '@/lib/cache/shared';
import { logger } from '@/lib/logger';
import { testDatabase } from '@/tests/database';
import { codeOf, newKey, once, purchaseTests, settled } from '@/tests/purchases';
import { makeRedis, type TestRedis } from '@/tests/redis';

const database = testDatabase();
const { scene, good, lostAfter } = purchaseTests(database);
let server: TestRedis;
let shared: SharedStore;

beforeAll(async () => {
  server = await makeRedis();
  await server.start();
  shared = redisStore(server.url, logger());
  setSharedStore(shared);
});

afterAll(async () => {
  setSharedStore(null);
  await shared.close();
  await server.stop();
});

const untilItWorks = () =>
  vi.waitFor(
    async () => {
      await shared.set('probe', 'x', 1_000);
      expect(await shared.get('probe')).toBe('x');
    },
    { timeout: 10_000, interval: 50 },
  );

beforeEach(untilItWorks);

/** Postgres knows nothing of the key any more: what is still answered comes from Redis. */
const forgetKeys = () => database.sql`
  with gone as (update purchases set idempotency_key_id = null) delete from idempotency_keys`;

describe('with Redis', () => {
  test('a finished answer comes back byte for byte without asking Postgres for it', async () => {
    const { buy, counts } = await scene();
    const key = newKey();
    const first = await buy(key);
    await forgetKeys();
    expect(await buy(key)).toEqual({ ...first, isReplayed: true });
    expect(await counts()).toEqual(once);
  });

  test('another body under the key is refused from there too', async () => {
    const { buy, body } = await scene();
    const key = newKey();
    await buy(key);
    await forgetKeys();
    const other = { ...body, expected: { ...body.expected, amountMinor: 1 } };
    expect(await codeOf(buy(key, good(), 0, other))).toBe('422 idempotency_key_reused');
  });

  test('a 202 is never kept: the same key answers the present state', async () => {
    const { buy, counts } = await scene();
    const key = newKey();
    expect((await buy(key, lostAfter())).status).toBe(202);
    expect(await buy(key)).toMatchObject({ status: 201, isReplayed: false });
    expect(await counts()).toEqual(once);
  });

  test('refusals are not kept', async () => {
    const { buy, body } = await scene();
    const key = newKey();
    const dear = { ...body, expected: { ...body.expected, amountMinor: 1 } };
    expect(await codeOf(buy(key, good(), 0, dear))).toBe('409 price_changed');
    expect((await buy(key)).status).toBe(201);
  });

  test('the key of another person is another key', async () => {
    const key = newKey();
    const [one, two] = [await scene(), await scene()];
    await one.buy(key);
    expect((await two.buy(key)).isReplayed).toBe(false);
    expect(await two.counts()).toEqual(once);
  });

  test.each([
    ['works', async () => undefined],
    ['is stopped', () => server.stop()],
    ['hangs', async () => server.hang()],
  ])(
    '50 requests with one key buy once while Redis %s, and all that are answered get the same bytes',
    async (_, fault) => {
      const { buy, counts } = await scene();
      const key = newKey();
      await fault();
      try {
        const { answers, codes } = await settled(Array.from({ length: 50 }, () => buy(key)));
        expect(answers.length).toBeGreaterThan(0);
        expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
        for (const code of codes) expect(code).toBe('409 purchase_in_progress');
        expect(await counts()).toEqual(once);
        expect(await buy(key)).toMatchObject({ status: 201, isReplayed: true });
      } finally {
        server.resume();
        await server.stop();
        await server.start();
      }
    },
  );

  test('50 requests with different keys for one app buy once', async () => {
    const { buy, counts } = await scene();
    const { answers, codes } = await settled(Array.from({ length: 50 }, () => buy(newKey())));
    expect(answers).toHaveLength(1);
    for (const code of codes) expect(['409 purchase_in_progress', '409 already_owned']).toContain(code);
    expect(await counts()).toEqual(once);
  });

  test('a lock whose holder died is no dead end: the lease of Postgres decides', async () => {
    const { buy, actor } = await scene();
    const key = newKey();
    await shared.lock(`lock:purchase:${actor.userId}:${key}`, 300);
    expect(await codeOf(buy(key))).toBe('409 purchase_in_progress');
    await vi.waitFor(async () => expect((await buy(key)).status).toBe(201), { timeout: 2_000, interval: 100 });
  });
});
