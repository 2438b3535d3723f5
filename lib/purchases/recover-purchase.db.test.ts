import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { idempotencyKeys } from '@/db/schema';
import { logger } from '@/lib/logger';
import { guardPayments } from '@/lib/payments/guard';
import { sandboxProvider } from '@/lib/payments/sandbox';
import { testDatabase } from '@/tests/database';
import { codeOf, never, newKey, once, purchaseTests, sandboxNetwork, settled } from '@/tests/purchases';

const database = testDatabase();
const { scene, good } = purchaseTests(database);

describe('a process that dies', () => {
  /** Postgres refuses the statement that would be next, as if the process had gone before it. */
  async function dyingAt(table: string, event: string, work: () => Promise<void>): Promise<void> {
    await database.sql.unsafe(`
      create or replace function die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
      create trigger die before ${event} on ${table} for each row execute function die()`);
    try {
      await work();
    } finally {
      await database.sql.unsafe(`drop trigger die on ${table}`);
    }
  }

  const points = [
    ['while it charges, before the money moved', null, { charges: 0, recoveryPoint: 'started' }],
    [
      'after the charge, before writing it down',
      ['purchases', 'update of provider_payment_id'],
      { charges: 1, recoveryPoint: 'started' },
    ],
    ['after the charge was written down', ['entitlements', 'insert'], { charges: 1, recoveryPoint: 'charged' }],
    ['in the middle of finishing', ['ledger_entries', 'insert'], { charges: 1, recoveryPoint: 'charged' }],
    ['at the very end', ['idempotency_keys', 'update of response_status'], { charges: 1, recoveryPoint: 'charged' }],
  ] as const;

  async function dead(point: (typeof points)[number][1]) {
    const stage = await scene();
    const key = newKey();
    if (point === null) {
      const hanging = guardPayments(
        { ...sandboxProvider(database.db, sandboxNetwork), charge: never },
        { timeoutMs: 600_000, log: logger() },
      );
      stage.buy(key, hanging).catch(() => undefined);
      while ((await stage.counts())?.purchases === 0);
    } else {
      await dyingAt(point[0], point[1], async () => {
        await expect(stage.buy(key)).rejects.toThrow();
      });
      // The dead give no lease back.
      await database.db
        .update(idempotencyKeys)
        .set({ lockedAt: stage.at(0).now })
        .where(eq(idempotencyKeys.userId, stage.actor.userId));
    }
    const [row] = await database.db
      .select()
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.userId, stage.actor.userId));
    return { ...stage, key, recoveryPoint: row?.recoveryPoint };
  }

  test.each(points)(
    '%s: the same key waits for the lease, then finishes with one charge',
    async (_, point, { charges, recoveryPoint }) => {
      const { key, buy, counts, ...left } = await dead(point);
      expect(left.recoveryPoint).toBe(recoveryPoint);
      expect(await counts()).toMatchObject({
        purchases: 1,
        completed: 0,
        entitlements: 0,
        charges,
        events: 0,
        booked: 0,
      });
      expect(await codeOf(buy(key, good(), 29))).toBe('409 purchase_in_progress');
      expect(await codeOf(buy(newKey(), good(), 31))).toBe('409 purchase_in_progress');
      const { answers, codes } = await settled(Array.from({ length: 10 }, () => buy(key, good(), 31)));
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
      for (const code of codes) expect(code).toBe('409 purchase_in_progress');
      expect(await counts()).toEqual(once);
      expect(await buy(key, good(), 32)).toMatchObject({ status: 201, isReplayed: true });
    },
  );

  test.each(points.slice(1))('%s: looking at the purchase finishes it, without another charge', async (_, point) => {
    const { look, counts, key, buy } = await dead(point);
    const [row] =
      await database.sql`select id from purchases where status = 'pending' order by created_at desc limit 1`;
    expect((await look(row?.id, 10)).purchase.status).toBe('pending');
    const answers = await Promise.all(Array.from({ length: 5 }, () => look(row?.id, 31)));
    expect(answers.some((answer) => answer.purchase.status === 'completed')).toBe(true);
    expect(await counts()).toEqual(once);
    expect(await buy(key, good(), 32)).toMatchObject({ status: 201, isReplayed: true });
  });

  test('in the middle of getting a free app: nothing is left, and the same key gets it', async () => {
    const { buy, counts } = await scene({});
    const key = newKey();
    await dyingAt('entitlements', 'insert', async () => {
      await expect(buy(key)).rejects.toThrow();
    });
    expect(await counts()).toMatchObject({ purchases: 0, entitlements: 0, events: 0 });
    expect((await buy(key)).status).toBe(201);
  });
});
