import { describe, expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import { newId } from '@/lib/ids';
import type { PaymentEvent } from '@/lib/payments/provider';
import { testDatabase } from '@/tests/database';
import { newKey } from '@/tests/purchases';
import { given, refundTests, sold } from '@/tests/refunds';
import { completeRefunds } from './complete-refunds';
import { refundStrayCharge } from './refund-stray-charge';
import { openRefund } from './request-refund';
import { recordRefund, settleRefund, settleRefundEvent } from './settle-refund';

const database = testDatabase();
const { bought, tracesOf, leaseEnds, good, deaf, mute, keeping } = refundTests(database);
type Bought = Awaited<ReturnType<typeof bought>>;

const complete = (payments = good()) => completeRefunds(database.ctx(), undefined, payments);

const opened = async ({ at, actor, purchaseId }: Bought) => {
  const wish = { userId: actor.userId, purchaseId, reason: 'OTHER' as const };
  return (await inTransaction(at(60), (tx) => openRefund(tx, wish))).row.id;
};

const event = (type: PaymentEvent['type'], key: string | null, more: Partial<PaymentEvent> = {}): PaymentEvent => ({
  id: newId(),
  type,
  key,
  reference: null,
  declineCode: null,
  ...more,
});

const ask = (one: Bought, refundId: string) =>
  good().refund({ key: refundId, paymentId: one.paymentId, amountMinor: 499, currency: 'USD' });

describe('a process dies', () => {
  test('after the request: the completer asks the provider once nobody holds it', async () => {
    const one = await bought();
    await opened(one);
    expect(await complete()).toBe(0);
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    await leaseEnds(one.purchaseId);
    expect(await complete()).toBe(1);
    expect(await one.traces()).toEqual(given);
    expect(await complete()).toBe(0);
  });

  test('after the provider gave the money back and before that was written down: it is not given twice', async () => {
    const one = await bought();
    const refundId = await opened(one);
    await ask(one, refundId);
    await leaseEnds(one.purchaseId);
    expect(await complete()).toBe(1);
    expect(await one.traces()).toEqual(given);
  });

  test('after it was written down: the books follow, and the provider is not asked', async () => {
    const one = await bought();
    const refundId = await opened(one);
    const outcome = await ask(one, refundId);
    await recordRefund(database.ctx(), refundId, outcome.outcome === 'succeeded' ? outcome.refundId : null);
    await leaseEnds(one.purchaseId);
    expect(await complete(deaf())).toBe(1);
    expect(await one.traces()).toEqual(given);
  });

  test('answers are lost, twice and in every way: one refund in the end', async () => {
    const one = await bought();
    await one.ask(60, mute());
    expect(await one.traces()).toEqual({ ...sold, rows: 1, given: 1, amount: 499 });
    await leaseEnds(one.purchaseId);
    expect(await complete(deaf())).toBe(0);
    await leaseEnds(one.purchaseId);
    const counts = await Promise.all([complete(), complete(), complete()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await one.traces()).toEqual(given);
  });

  test('one that cannot be finished does not stop the others', async () => {
    const broken = await bought();
    const one = await bought();
    await opened(broken);
    await opened(one);
    await database.sql`update purchases set status = 'failed', provider_payment_id = null where id = ${broken.purchaseId}`;
    for (const { purchaseId } of [broken, one]) await leaseEnds(purchaseId);
    expect(await complete()).toBe(1);
    expect(await one.traces()).toEqual(given);
    await database.sql`update refunds set status = 'refused' where purchase_id = ${broken.purchaseId}`;
  });

  test('what was paid with a provider that the store no longer uses is refused, and stays theirs', async () => {
    const one = await bought();
    await opened(one);
    await database.sql`update purchases set provider = 'stripe' where id = ${one.purchaseId}`;
    await leaseEnds(one.purchaseId);
    expect(await complete()).toBe(1);
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    const [row] = await database.sql`select note from refunds where purchase_id = ${one.purchaseId}`;
    expect(row?.note).toBe('provider: paid_with_another_provider');
  });
});

describe('settling', () => {
  test('twice, and many times at once, is a no-op', async () => {
    const one = await bought();
    const refundId = await opened(one);
    await settleRefund(database.ctx(), refundId);
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    await ask(one, refundId);
    await recordRefund(database.ctx(), refundId, 're_1');
    await Promise.all(Array.from({ length: 8 }, () => settleRefund(database.ctx(), refundId)));
    expect(await one.traces()).toEqual(given);
    await recordRefund(database.ctx(), refundId, 're_2');
    const [row] = await database.sql`select provider_refund_id from refunds where id = ${refundId}`;
    expect(row?.provider_refund_id).toBe('re_1');
  });

  test('the provider’s news settles before the answer, and again changes nothing', async () => {
    const one = await bought();
    const refundId = await opened(one);
    const outcome = await ask(one, refundId);
    const news = event('refund.succeeded', refundId, {
      reference: outcome.outcome === 'succeeded' ? outcome.refundId : null,
    });
    expect(await Promise.all([1, 2, 3].map(() => settleRefundEvent(database.ctx(), news)))).toEqual([true, true, true]);
    expect(await one.traces()).toEqual(given);
    expect(await one.ask(100)).toMatchObject({ status: 200 });
    await leaseEnds(one.purchaseId);
    expect(await complete()).toBe(0);
    expect(await one.traces()).toEqual(given);
  });

  test('news of a refusal keeps the app; once the money is gone it changes nothing', async () => {
    const one = await bought();
    const refundId = await opened(one);
    await settleRefundEvent(database.ctx(), event('refund.refused', refundId, { declineCode: 'expired_card' }));
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    const other = await bought();
    const { body } = await other.ask(60);
    await settleRefundEvent(database.ctx(), event('refund.refused', body.refund.id));
    expect(await other.traces()).toEqual(given);
  });

  test('news about refunds of somebody else, and of charges, is none of ours', async () => {
    for (const news of [
      event('refund.succeeded', newId()),
      event('refund.succeeded', 'of another program'),
      event('refund.refused', null),
      event('charge.succeeded', newId()),
    ]) {
      expect(await settleRefundEvent(database.ctx(), news)).toBe(false);
    }
  });
});

describe('a charge that must not be', () => {
  const stray = (one: Bought, more = {}) =>
    refundStrayCharge(database.ctx(), {
      purchaseId: one.purchaseId,
      provider: 'sandbox',
      paymentId: one.paymentId,
      amountMinor: 499,
      currency: 'USD',
      why: 'abandoned',
      ...more,
    });

  /** Charged, and then given up: nothing was booked. */
  async function chargedAndLost() {
    const one = await bought();
    await database.sql`delete from entitlements where purchase_id = ${one.purchaseId}`;
    await database.sql`alter table ledger_entries disable trigger ledger_entries_append_only`;
    await database.sql`delete from ledger_entries where purchase_id = ${one.purchaseId}`;
    await database.sql`alter table ledger_entries enable trigger ledger_entries_append_only`;
    await database.sql`
      update purchases set status = 'failed', decline_code = 'abandoned', purchased_at = null, provider_payment_id = null
      where id = ${one.purchaseId}`;
    return one;
  }
  const back = { ...given, status: 'failed', bookings: 0, events: 0 };

  test('of a purchase that had failed goes back once; nothing is booked, the purchase stays failed', async () => {
    const one = await chargedAndLost();
    const ids = await Promise.all([stray(one), stray(one), stray(one)]);
    expect(new Set(ids).size).toBe(1);
    expect(await complete()).toBe(1);
    expect(await stray(one)).toBe(ids[0]);
    expect(await complete()).toBe(0);
    expect(await one.traces()).toEqual(back);
    const [row] =
      await database.sql`select reason, note, decided_by, amount_minor::int as amount from refunds where id = ${ids[0]}`;
    expect(row).toEqual({
      reason: 'OTHER',
      note: 'charged although it must not be: abandoned',
      decided_by: null,
      amount: 499,
    });
  });

  test('of a purchase that is still pending ends it, so that its key answers and the app can be bought', async () => {
    const one = await chargedAndLost();
    await database.sql`update purchases set status = 'pending', decline_code = null where id = ${one.purchaseId}`;
    await stray(one, { why: 'already_owned' });
    await complete();
    expect(await one.traces()).toEqual(back);
    const answer = await one.buy(newKey(), good(), 500);
    expect(answer.status).toBe(201);
    expect(await tracesOf(JSON.parse(answer.body).purchase.id)).toEqual(sold);
  });

  test('what was bought properly, or given back already, is left alone', async () => {
    const one = await bought();
    expect(await stray(one)).toBeNull();
    expect(await one.traces()).toEqual(sold);
    await one.ask(60);
    expect(await stray(one)).toBeNull();
    expect(await one.traces()).toEqual(given);
  });

  test('it does not count among a person’s refunds, and is what their purchase answers with', async () => {
    const one = await chargedAndLost();
    await stray(one);
    await complete();
    expect(await one.ask(100)).toMatchObject({ status: 200, body: { refund: { status: 'approved', note: null } } });
    const [row] = await database.sql`select count(*)::int as n from refunds where purchase_id = ${one.purchaseId}`;
    expect(row?.n).toBe(1);
  });

  test('and whose refund the provider refuses stays failed and refused', async () => {
    const one = await chargedAndLost();
    await stray(one);
    expect(await complete(keeping())).toBe(1);
    expect(await one.traces()).toEqual({ ...back, given: 0, amount: 0 });
    expect(await stray(one)).not.toBeNull();
    expect(await one.traces()).toMatchObject({ rows: 1 });
  });
});
