import { describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/context';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import { newKey, refusal } from '@/tests/purchases';
import { day, given, hour, refundTests, sold } from '@/tests/refunds';
import { buyApp } from '../buy-app';
import { getRefund, getRefundStanding } from './queries';
import { requestRefund } from './request-refund';

const database = testDatabase();
const { bought, tracesOf, leaseEnds, good, deaf, keeping } = refundTests(database);

const statusOf = (answer: Awaited<ReturnType<typeof requestRefund>>) => `${answer.status} ${answer.body.refund.status}`;

describe('the money goes back at once', () => {
  test('within 48 hours, downloaded or not, to the millisecond: app taken away, sale reversed, news published', async () => {
    const one = await bought();
    await one.download(60);
    expect(statusOf(await one.ask(48 * hour))).toBe('201 approved');
    expect(await one.traces()).toEqual(given);
    expect(await one.counts()).toMatchObject({ completed: 0, entitlements: 0, booked: 0 });

    const late = await bought();
    await late.download(60);
    expect(statusOf(await late.ask(48 * hour + 0.001))).toBe('202 pending');
    expect(await late.traces()).toEqual({ ...sold, rows: 1 });
  });

  test('within 14 days, to the millisecond, where nothing was downloaded', async () => {
    const one = await bought();
    expect(statusOf(await one.ask(14 * day))).toBe('201 approved');
    expect(await one.traces()).toEqual(given);
    const late = await bought();
    expect(statusOf(await late.ask(14 * day + 0.001))).toBe('202 pending');
    expect(await late.traces()).toEqual({ ...sold, rows: 1 });
  });

  test('a download of before the purchase, of another app or by somebody else does not count', async () => {
    const one = await bought();
    const other = await bought();
    await one.download(-60);
    await other.download(60);
    expect(statusOf(await one.ask(3 * day))).toBe('201 approved');
  });

  test('what comes back is the opposite of what was booked, whatever the rates are by now', async () => {
    const one = await bought();
    await database.sql`insert into settings (key, value, updated_at) values ('taxRates', '{"US": 0.2}', now()) on conflict (key) do update set value = excluded.value`;
    await one.ask(60);
    const rows = await database.sql`
      select account, array_agg(amount_minor::int order by amount_minor desc) as amounts from ledger_entries
      where purchase_id = ${one.purchaseId} group by account order by account`;
    expect(rows.every(({ amounts }) => amounts.length === 2 && amounts[0] === -amounts[1])).toBe(true);
    expect(rows).toHaveLength(3);
    await database.sql`delete from settings where key = 'taxRates'`;
  });
});

describe('at most three times in 90 days', () => {
  const start = Date.now();

  async function buyAndAsk(actor: UserActor, seconds: number, payments = good()) {
    const { app, price } = await createApp(database.db, { prices: [{ amountMinor: 499, currency: 'USD' }] });
    const ctx = database.ctx({ actor, now: new Date(start + seconds * 1000) });
    const body = { appId: app.id, priceId: price.id, expected: { amountMinor: 499, currency: 'USD' } };
    const answer = await buyApp(ctx, { idempotencyKey: newKey(), body }, good());
    const purchaseId = JSON.parse(answer.body).purchase.id as string;
    return statusOf(await requestRefund(ctx, { purchaseId, reason: 'OTHER' }, payments));
  }

  test('the fourth waits for an admin, and it does not count itself; 90 days after the first there is room again', async () => {
    const actor = await createActor(database.db);
    const answers: string[] = [];
    for (const seconds of [0, 100, 200, 300, 400]) answers.push(await buyAndAsk(actor, seconds));
    expect(answers).toEqual(['201 approved', '201 approved', '201 approved', '202 pending', '202 pending']);
    expect(await buyAndAsk(actor, 90 * day - 5)).toBe('202 pending');
    expect(await buyAndAsk(actor, 90 * day + 50)).toBe('201 approved');
  });

  test('what an admin decided and what the provider refused does not count', async () => {
    const actor = await createActor(database.db);
    const admin = await createActor(database.db, { roles: ['admin'] });
    expect(await buyAndAsk(actor, 0, keeping())).toBe('200 refused');
    for (let i = 1; i < 4; i += 1) await buyAndAsk(actor, i);
    const [first, second] =
      await database.sql`select id from refunds where user_id = ${actor.userId} and status = 'approved' order by id`;
    await database.sql`update refunds set decided_by = ${admin.userId} where id = ${first?.id}`;
    expect(await buyAndAsk(actor, 10)).toBe('201 approved');
    expect(await buyAndAsk(actor, 20)).toBe('202 pending');
    await database.sql`update refunds set decided_by = ${admin.userId} where id = ${second?.id}`;
    expect(await buyAndAsk(actor, 30)).toBe('201 approved');
  });

  test('two that are asked for at once do not both pass as the third', async () => {
    const actor = await createActor(database.db);
    await buyAndAsk(actor, 0);
    await buyAndAsk(actor, 1);
    const answers = await Promise.all([2, 3, 4, 5].map((seconds) => buyAndAsk(actor, seconds)));
    expect(answers.filter((answer) => answer === '201 approved')).toHaveLength(1);
  });
});

describe('asked again', () => {
  test('a refund answers itself: 200 once it has gone back, 202 while an admin decides', async () => {
    const one = await bought();
    const first = await one.ask(60);
    const second = await one.ask(120, good(), 'LEGAL');
    expect(second).toEqual({ status: 200, body: first.body });
    expect(await getRefund(one.at(130), one.purchaseId)).toEqual(first.body);
    const waiting = await bought();
    const answer = await waiting.ask(20 * day);
    expect(await waiting.ask(20 * day + 5)).toEqual(answer);
    expect(answer.status).toBe(202);
    expect(await waiting.traces()).toMatchObject({ rows: 1, given: 0 });
  });

  test('twenty at once make one refund, one reversal and one piece of news', async () => {
    const one = await bought();
    const answers = await Promise.all(Array.from({ length: 20 }, () => one.ask(60)));
    expect(new Set(answers.map(({ body }) => body.refund.id)).size).toBe(1);
    expect(answers.every(({ body }) => body.refund.status === 'approved')).toBe(true);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await one.traces()).toEqual(given);
  });

  test('without an answer of the provider it is on its way; whoever asks once the lease is over takes it up', async () => {
    const one = await bought();
    expect(statusOf(await one.ask(60, deaf()))).toBe('202 approved');
    expect(statusOf(await one.ask(61))).toBe('202 approved');
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    await leaseEnds(one.purchaseId);
    expect(statusOf(await one.ask(100))).toBe('201 approved');
    expect(await one.traces()).toEqual(given);
  });

  test('what the provider refused is kept and owned; a minute later it may be asked for anew', async () => {
    const one = await bought();
    const answer = await one.ask(60, keeping());
    expect(answer).toMatchObject({
      status: 200,
      body: { refund: { status: 'refused', refusedBy: 'provider', note: null } },
    });
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    const [row] = await database.sql`select note from refunds where purchase_id = ${one.purchaseId}`;
    expect(row?.note).toBe('provider: too_old');
    const [news] = await database.sql`select kind from notifications where user_id = ${one.actor.userId}`;
    expect(news?.kind).toBe('refund_refused');
    expect(await one.ask(70)).toMatchObject({ status: 200, body: answer.body });
    expect(statusOf(await one.ask(200))).toBe('201 approved');
    expect(await one.traces()).toEqual({ ...given, rows: 2 });
  });
});

describe('what cannot be refunded', () => {
  test('somebody else’s purchase is not there, for asking and for looking', async () => {
    const one = await bought();
    const actor = await createActor(database.db);
    const stranger = database.ctx({ actor });
    const wish = { purchaseId: one.purchaseId, reason: 'OTHER' as const };
    expect(await refusal(requestRefund(stranger, wish, good()))).toMatchObject({ status: 404, code: 'not_found' });
    expect(await one.traces()).toEqual(sold);
    await one.ask(60);
    expect(await refusal(getRefund(stranger, one.purchaseId))).toMatchObject({ status: 404 });
    expect(await getRefundStanding(stranger, one.purchaseId)).toBeNull();
    expect(await refusal(requestRefund(database.ctx(), wish, good()))).toMatchObject({ status: 401 });
  });

  test('what was free, failed or is not finished has its own refusal', async () => {
    const free = await bought({});
    expect(await refusal(free.ask(1))).toMatchObject({ status: 409, code: 'nothing_to_refund' });
    const one = await bought();
    await database.sql`delete from entitlements where purchase_id = ${one.purchaseId}`;
    await database.sql`update purchases set status = 'pending', purchased_at = null where id = ${one.purchaseId}`;
    expect(await refusal(one.ask(1))).toMatchObject({ status: 409, code: 'purchase_in_progress', retryAfter: 1 });
    await database.sql`update purchases set status = 'failed' where id = ${one.purchaseId}`;
    expect(await refusal(one.ask(1))).toMatchObject({ status: 409, code: 'nothing_to_refund' });
    expect(await tracesOf(one.purchaseId)).toMatchObject({ rows: 0, given: 0 });
    expect(await refusal(getRefund(one.at(2), one.purchaseId))).toMatchObject({ status: 404 });
  });
});

describe('after a refund', () => {
  test('the app can be bought again and refunded again, each with its own charge and books', async () => {
    const one = await bought();
    await one.ask(60);
    const again = await one.buy(newKey(), good(), 120);
    expect(again.status).toBe(201);
    const second = JSON.parse(again.body).purchase.id as string;
    expect(await tracesOf(second)).toEqual(sold);
    expect(await one.traces()).toEqual(given);
    const answer = await requestRefund(one.at(180), { purchaseId: second, reason: 'OTHER' }, good());
    expect(statusOf(answer)).toBe('201 approved');
    expect(await tracesOf(second)).toEqual(given);
  });

  test('a page can tell beforehand what asking would do', async () => {
    const one = await bought();
    const look = (seconds: number) => getRefundStanding(one.at(seconds), one.purchaseId);
    expect(await look(60)).toEqual({ refund: null, outlook: { status: 'approved', because: 'soon' } });
    expect(await look(3 * day)).toMatchObject({ outlook: { status: 'approved', because: 'unused' } });
    await one.download(100);
    expect(await look(3 * day)).toMatchObject({ outlook: { status: 'pending', because: 'downloaded' } });
    expect(await look(15 * day)).toMatchObject({ outlook: { status: 'pending', because: 'late' } });
    await one.ask(200);
    expect(await look(300)).toMatchObject({ refund: { status: 'approved' }, outlook: null });
  });
});
