import { describe, expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import { SomeFailed } from '@/lib/events/handler';
import { newId } from '@/lib/ids';
import type { PaymentEvent } from '@/lib/payments/provider';
import { signWebhook } from '@/lib/payments/sandbox-webhooks';
import { testDatabase } from '@/tests/database';
import { codeOf, newKey, once, purchaseTests, sandboxNetwork } from '@/tests/purchases';
import { purchaseHandlers } from './handlers';
import { receiveWebhook, settlePaymentEvent } from './payment-events';
import { completeRefunds } from './refunds/complete-refunds';
import { requestRefund } from './refunds/request-refund';

const database = testDatabase();
const { scene, good, lostAfter, lostBefore } = purchaseTests(database);

const eventOf = (key: string, more: Partial<PaymentEvent> = {}): PaymentEvent => ({
  id: `evt_${newId()}`,
  type: 'charge.succeeded',
  key,
  reference: `ch_${newId()}`,
  declineCode: null,
  ...more,
});

async function receive(event: unknown, { secret = sandboxNetwork.secret, provider = 'sandbox', at = Date.now() } = {}) {
  const body = JSON.stringify(event);
  const headers = new Headers(signWebhook(secret, body, at));
  await receiveWebhook(database.ctx(), { provider, body, headers }, good());
}

/** What workers would do with what has come. */
async function handle(): Promise<void> {
  const rows = await database.sql`select id from payment_events where handled_at is null order by created_at`;
  for (const { id } of rows) await inTransaction(database.ctx(), (tx) => settlePaymentEvent(tx, id));
}

async function kept(key: string) {
  const [row] = await database.sql`
    select count(*)::int as events, count(handled_at)::int as handled,
      (select count(*)::int from pgboss.job where name = 'payment.event_received'
        and data->'payload'->>'paymentEventId' in (select id::text from payment_events where key = ${key})) as published
    from payment_events where key = ${key}`;
  return row;
}

/** A purchase whose payment went through while its answer was lost. */
async function charged() {
  const stage = await scene();
  const key = newKey();
  await stage.buy(key, lostAfter());
  const [row] = await database.sql`
    select p.id, c.id as charge from purchases p join sandbox.charges c on c.idempotency_key = p.id::text
    where p.app_id = ${stage.body.appId}`;
  return { ...stage, key, purchaseId: String(row?.id), event: eventOf(row?.id, { reference: row?.charge }) };
}

/** Money that the sandbox took once more: it cannot, so a charge is put into its books. */
async function secondCharge(purchaseId: string): Promise<string> {
  const id = `ch_${newId()}`;
  await database.sql`
    insert into sandbox.charges (id, idempotency_key, amount_minor, currency, status, created_at)
    select ${id}, ${id}, amount_minor, currency, 'succeeded', now() from purchases where id = ${purchaseId}`;
  return id;
}

const statusOf = async (chargeId: string) =>
  (await database.sql`select status from sandbox.charges where id = ${chargeId}`)[0]?.status;

const strays = async (paymentId: string) => [
  ...(await database.sql`
    select p.status, p.decline_code, r.recovery_point as refund
    from purchases p join refunds r on r.purchase_id = p.id where p.provider_payment_id = ${paymentId}`),
];

describe('a webhook of the payment provider', () => {
  test('finishes a purchase whose answer was lost; the client then gets the same answer', async () => {
    const { event, counts, buy, key, purchaseId } = await charged();
    await receive(event);
    await handle();
    expect(await counts()).toEqual(once);
    expect(await kept(purchaseId)).toEqual({ events: 1, handled: 1, published: 1 });
    expect(await buy(key, good(), 1)).toMatchObject({ status: 201, isReplayed: true });
  });

  test('that comes ten times at once is kept once, and its twin of another id changes nothing', async () => {
    const { event, counts, purchaseId } = await charged();
    await Promise.all(Array.from({ length: 10 }, () => receive(event)));
    await receive({ ...event, id: `evt_${newId()}` });
    expect(await kept(purchaseId)).toMatchObject({ events: 2, published: 2 });
    await handle();
    expect(await counts()).toEqual(once);
  });

  test('races with the client, and one of them settles', async () => {
    const { event, counts, buy, key } = await charged();
    await receive(event);
    await Promise.all([handle(), codeOf(buy(key, good(), 31)), handle(), codeOf(buy(key, good(), 31))]);
    expect(await counts()).toEqual(once);
  });

  test('about a purchase that is not there yet is tried again, and finishes it later', async () => {
    const purchaseId = newId();
    await receive(eventOf(purchaseId));
    await expect(handle()).rejects.toThrow('no purchase');
    // Logged as a line: what the worker says of failures that it expects.
    const [row] = await database.sql`select id from payment_events where key = ${purchaseId}`;
    const handler = purchaseHandlers.find(({ name }) => name === 'purchases.settle_payment_event');
    const news = { id: newId(), type: 'payment.event_received' as const, occurredAt: new Date() };
    const failure = await handler
      ?.run(database.ctx(), [{ ...news, payload: { paymentEventId: row?.id } }])
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SomeFailed);
    expect((failure as SomeFailed).reasons).toEqual(new Map([[news.id, `there is no purchase ${purchaseId} yet`]]));
    expect(await kept(purchaseId)).toEqual({ events: 1, handled: 0, published: 1 });
    await database.sql`delete from payment_events where key = ${purchaseId}`;
  });

  test('of a decline fails the purchase with the bank’s word', async () => {
    const { body, buy, key, counts } = await (async () => {
      const stage = await scene();
      const key = newKey();
      await stage.buy(key, lostBefore());
      return { ...stage, key };
    })();
    const [row] = await database.sql`select id from purchases where app_id = ${body.appId}`;
    await receive(eventOf(row?.id, { type: 'charge.declined', reference: null, declineCode: 'expired_card' }));
    await handle();
    expect(await counts()).toMatchObject({ completed: 0, entitlements: 0, charges: 0 });
    const answer = await buy(key, good(), 1);
    expect([answer.status, JSON.parse(answer.body).declineCode]).toEqual([402, 'expired_card']);
  });

  test('after the end changes nothing, whatever it says', async () => {
    const { event, counts, purchaseId } = await charged();
    await receive(event);
    await handle();
    await receive(eventOf(purchaseId, { type: 'charge.declined', declineCode: 'card_declined' }));
    await handle();
    expect(await counts()).toEqual(once);
  });

  test('of a second payment of a completed purchase gives that one back, once, and leaves the purchase alone', async () => {
    const { event, counts, purchaseId } = await charged();
    await receive(event);
    await handle();
    const second = await secondCharge(purchaseId);
    await receive(eventOf(purchaseId, { reference: second }));
    await receive(eventOf(purchaseId, { reference: second }));
    await handle();
    expect(await strays(second)).toEqual([{ status: 'failed', decline_code: 'charged_twice', refund: 'requested' }]);
    await completeRefunds(database.ctx(), undefined, good());
    expect(await strays(second)).toEqual([{ status: 'failed', decline_code: 'charged_twice', refund: 'finished' }]);
    expect(await statusOf(second)).toBe('refunded');
    expect(await statusOf(String(event.reference))).toBe('succeeded');
    expect(await counts()).toEqual({ ...once, purchases: 2 });
  });

  test('of a second payment of a refunded purchase, and of a failed one, gives that one back too', async () => {
    const refunded = await charged();
    await receive(refunded.event);
    await handle();
    await requestRefund(refunded.at(60), { purchaseId: refunded.purchaseId, reason: 'OTHER' }, good());
    const failed = await charged();
    await receive(
      eventOf(failed.purchaseId, { type: 'charge.declined', reference: null, declineCode: 'expired_card' }),
    );
    await handle();
    await receive(failed.event);
    await handle();
    for (const { purchaseId } of [refunded, failed]) {
      const second = await secondCharge(purchaseId);
      await receive(eventOf(purchaseId, { reference: second }));
      await handle();
      await completeRefunds(database.ctx(), undefined, good());
      expect(await statusOf(second)).toBe('refunded');
    }
    for (const { event } of [refunded, failed]) expect(await statusOf(String(event.reference))).toBe('refunded');
  });

  test('that says of a purchase’s own payment that it is another’s moves no money', async () => {
    const [one, other] = [await charged(), await charged()];
    for (const { event } of [one, other]) await receive(event);
    await handle();
    await receive(eventOf(one.purchaseId, { reference: other.event.reference }));
    await handle();
    await completeRefunds(database.ctx(), undefined, good());
    for (const { event, counts } of [one, other]) {
      expect(await statusOf(String(event.reference))).toBe('succeeded');
      expect(await counts()).toEqual(once);
    }
  });

  test('with fields that cannot be stored, or are longer than ids are, is refused and not kept', async () => {
    const key = newId();
    for (const field of ['id', 'reference', 'declineCode'] as const) {
      for (const value of ['a\0b', '\ud800', 'x'.repeat(256)]) {
        expect(await codeOf(receive(eventOf(key, { [field]: value }))), field).toBe('400 invalid_request');
      }
      await receive(eventOf(key, { [field]: 'x'.repeat(255) }));
    }
    expect(await kept(key)).toMatchObject({ events: 3 });
    await database.sql`delete from payment_events where key = ${key}`;
  });

  test('that is not signed, signed by somebody else, altered or old is refused and not kept', async () => {
    const key = newId();
    expect(await codeOf(receive(eventOf(key), { secret: 'another' }))).toBe('400 invalid_signature');
    expect(await codeOf(receive(eventOf(key), { at: Date.now() - 6 * 60_000 }))).toBe('400 invalid_signature');
    expect(await codeOf(receive({ ...eventOf(key), type: 'charge.invented' }))).toBe('400 invalid_signature');
    const body = JSON.stringify(eventOf(key));
    const headers = new Headers(signWebhook(sandboxNetwork.secret, body));
    const altered = { provider: 'sandbox', body: body.replace('ch_', 'cx_'), headers };
    expect(await codeOf(receiveWebhook(database.ctx(), altered, good()))).toBe('400 invalid_signature');
    const unsigned = { provider: 'sandbox', body, headers: new Headers() };
    expect(await codeOf(receiveWebhook(database.ctx(), unsigned, good()))).toBe('400 invalid_signature');
    expect(await kept(key)).toMatchObject({ events: 0 });
  });

  test('of a provider that the store does not use is nobody’s', async () => {
    expect(await codeOf(receive(eventOf(newId()), { provider: 'stripe' }))).toBe('404 not_found');
  });

  test('about what is not ours is taken and forgotten', async () => {
    await receive(eventOf('not an id of ours'));
    await receive(eventOf(newId(), { type: 'other' }));
    expect((await database.sql`select from payment_events where handled_at is null`).length).toBe(0);
  });
});
