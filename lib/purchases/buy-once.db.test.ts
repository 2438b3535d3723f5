import { describe, expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import type { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { codeOf, newKey, once, paid, purchaseTests, settled } from '@/tests/purchases';
import { getPurchase } from './resolve-purchase';
import { recordCharge, settlePurchase } from './settle-purchase';

const database = testDatabase();
const { scene, good, line, lostBefore, lostAfter } = purchaseTests(database);

describe('one key', () => {
  test.each([
    ['paid', paid, once],
    ['free', {}, { ...once, charges: 0, booked: 0 }],
  ])(
    '50 requests at once for a %s app buy once; all that are answered get the same bytes',
    async (_, options, expected) => {
      const { buy, counts } = await scene(options);
      const key = newKey();
      const { answers, codes } = await settled(Array.from({ length: 50 }, () => buy(key)));
      expect(answers.length).toBeGreaterThan(0);
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
      expect(answers.filter((answer) => !answer.isReplayed)).toHaveLength(1);
      for (const code of codes) expect(code).toBe('409 purchase_in_progress');
      expect(await counts()).toEqual(expected);
      const replay = await buy(key);
      expect(replay).toEqual({ status: 201, body: answers[0]?.body, isReplayed: true });
    },
  );

  test('another body is refused, and nothing is written', async () => {
    const { body, buy, counts } = await scene();
    const key = newKey();
    await buy(key);
    const other = await scene();
    expect(await codeOf(buy(key, good(), 0, { ...other.body }))).toBe('422 idempotency_key_reused');
    expect(await codeOf(buy(key, good(), 0, { ...body, expected: { amountMinor: 1, currency: 'USD' } }))).toBe(
      '422 idempotency_key_reused',
    );
    expect(await counts()).toEqual(once);
  });

  test('of another person is another key', async () => {
    const [one, two] = [await scene(), await scene()];
    const key = newKey();
    expect((await one.buy(key)).isReplayed).toBe(false);
    expect((await two.buy(key)).isReplayed).toBe(false);
  });

  test('quoted and bare is the same key', async () => {
    const { buy } = await scene();
    const key = newKey();
    await buy(key);
    expect((await buy(`"${key}"`)).isReplayed).toBe(true);
  });
});

describe('different keys', () => {
  test.each([
    ['paid', paid, once],
    ['free', {}, { ...once, charges: 0, booked: 0 }],
  ])('50 requests at once for one %s app buy once', async (_, options, expected) => {
    const { buy, counts } = await scene(options);
    const { answers, codes, refusals } = await settled(Array.from({ length: 50 }, () => buy(newKey())));
    expect(answers.map((answer) => answer.status)).toEqual([201]);
    for (const code of codes) expect(['409 purchase_in_progress', '409 already_owned']).toContain(code);
    const { id } = JSON.parse(answers[0]?.body ?? '').purchase;
    for (const error of refusals) expect([undefined, id]).toContain(error.extras.members?.purchaseId);
    expect(await counts()).toEqual(expected);
  });

  test('while a purchase is pending another key is told so, and the id', async () => {
    const { buy, counts } = await scene();
    const { purchase } = JSON.parse((await buy(newKey(), lostBefore())).body);
    const [result] = await Promise.allSettled([buy(newKey())]);
    const error = result.status === 'rejected' ? (result.reason as AppError) : null;
    expect(error).toMatchObject({
      code: 'purchase_in_progress',
      extras: { members: { purchaseId: purchase.id }, retryAfterSeconds: 1 },
    });
    expect(await counts()).toMatchObject({ purchases: 1, charges: 0 });
  });
});

describe('a provider without an answer', () => {
  test('is 202; the same key finishes what was charged without charging again', async () => {
    const { buy, counts } = await scene();
    const key = newKey();
    const first = await buy(key, lostAfter());
    expect(first.status).toBe(202);
    expect(JSON.parse(first.body).purchase.status).toBe('pending');
    expect(await counts()).toMatchObject({ completed: 0, charges: 1 });
    expect(await buy(key, lostAfter(), 1)).toMatchObject({ status: 202, isReplayed: false });
    expect(await buy(key, good(), 2)).toMatchObject({ status: 201, isReplayed: false });
    expect(await counts()).toEqual(once);
    expect((await buy(key, good(), 3)).isReplayed).toBe(true);
  });

  test('the same key charges what never reached the provider, at the price it was started with', async () => {
    const { buy, counts, product } = await scene();
    const key = newKey();
    expect((await buy(key, lostBefore())).status).toBe(202);
    await database.sql`update app_prices set amount_minor = 999 where id = ${product.price.id}`;
    expect((await buy(key, good(), 1)).status).toBe(201);
    expect(await counts()).toEqual(once);
  });

  test('looking at the purchase finishes it when it was charged', async () => {
    const { buy, look, counts } = await scene();
    const key = newKey();
    const { purchase } = JSON.parse((await buy(key, lostAfter())).body);
    expect((await look(purchase.id, 1)).purchase.status).toBe('completed');
    expect(await counts()).toEqual(once);
    expect(await buy(key, good(), 2)).toMatchObject({ status: 201, isReplayed: true });
  });

  test('looking never charges, and gives up a minute after the last attempt; the key then answers 402', async () => {
    const { buy, look, counts } = await scene();
    const key = newKey();
    const { purchase } = JSON.parse((await buy(key, lostBefore())).body);
    expect((await look(purchase.id, 50)).purchase.status).toBe('pending');
    expect((await buy(key, lostBefore(), 55)).status).toBe(202);
    for (const seconds of [70, 80, 90, 100, 110])
      expect((await look(purchase.id, seconds)).purchase.status).toBe('pending');
    expect((await look(purchase.id, 120, lostBefore())).purchase.status).toBe('pending');
    expect(await codeOf(look(purchase.id, 121))).toBe('402 payment_declined');
    const last = await buy(key, good(), 122);
    expect(last).toMatchObject({ status: 402, isReplayed: true });
    expect(JSON.parse(last.body)).toMatchObject({ code: 'payment_declined', declineCode: 'abandoned' });
    expect(await counts()).toMatchObject({ purchases: 1, completed: 0, charges: 0 });
    expect((await buy(newKey(), good(), 123)).status).toBe(201);
  });

  test('twice in a row stops the calls: 503, nothing written; the same key works later', async () => {
    const { buy, counts } = await scene();
    const broken = line(() => ({ charge: () => Promise.reject(new Error('connection refused')) }));
    for (const other of [await scene(), await scene()]) expect((await other.buy(newKey(), broken)).status).toBe(202);
    const key = newKey();
    expect(await codeOf(buy(key, broken))).toBe('503 payments_unavailable');
    expect(await counts()).toMatchObject({ purchases: 0 });
    expect((await buy(key, good())).status).toBe(201);
    expect(await counts()).toEqual(once);
  });

  test('and a stopped breaker leaves a started purchase to the same key', async () => {
    const { buy, counts } = await scene();
    const key = newKey();
    const broken = line(() => ({
      charge: () => Promise.reject(new Error('reset')),
      retrieve: () => Promise.reject(new Error('reset')),
    }));
    expect((await buy(key, broken)).status).toBe(202);
    expect((await buy(key, broken)).status).toBe(202);
    expect(await codeOf(buy(key, broken))).toBe('503 payments_unavailable');
    expect((await buy(key, good())).status).toBe(201);
    expect(await counts()).toEqual(once);
  });
});

describe('one purchase', () => {
  test('is mine alone', async () => {
    const [mine, other] = [await scene(), await scene()];
    const { purchase } = JSON.parse((await mine.buy(newKey())).body);
    expect((await mine.look(purchase.id, 1)).purchase).toMatchObject({ id: purchase.id, status: 'completed' });
    expect(await codeOf(other.look(purchase.id, 1))).toBe('404 not_found');
    expect(await codeOf(mine.look(newId(), 1))).toBe('404 not_found');
    expect(await codeOf(getPurchase(database.ctx(), purchase.id, good()))).toBe('401 not_signed_in');
  });

  test('settled twice at once by a latecomer is settled once', async () => {
    const { buy, at, counts, product } = await scene();
    const { purchase } = JSON.parse((await buy(newKey(), lostAfter())).body);
    const terms = { organizationId: product.app.organizationId, tax: 0, commission: 0.3 };
    const [charge] = await database.sql`select id from sandbox.charges where idempotency_key = ${purchase.id}`;
    const settle = () =>
      inTransaction(at(1), async (tx) => {
        await recordCharge(tx, purchase.id, 'sandbox', charge?.id);
        return settlePurchase(tx, purchase.id, terms);
      });
    const answers = await Promise.all(Array.from({ length: 10 }, settle));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await counts()).toEqual(once);
  });
});
