import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { refusal } from '@/tests/purchases';
import { day, given, refundTests, sold } from '@/tests/refunds';
import { refundsQuery } from '../schema';
import { completeRefunds } from './complete-refunds';
import { approveRefund, refuseRefund, startRefund } from './decide-refund';
import { listRefunds } from './list-refunds';
import { getRefund } from './queries';

const database = testDatabase();
const { bought, leaseEnds, good, deaf, keeping } = refundTests(database);

const admin = async () => database.ctx({ actor: await createActor(database.db, { name: 'Ada', roles: ['admin'] }) });

/** Somebody waits for an admin's decision. */
async function waiting() {
  const one = await bought();
  await one.download(60);
  await one.download(61);
  const { body } = await one.ask(3 * day, good(), 'UNSATISFIED_WITH_PURCHASE');
  expect(body.refund.status).toBe('pending');
  return { ...one, id: body.refund.id };
}

const audited = async (id: string) => [
  ...(await database.sql`select action, reason from audit_log where subject_id = ${id} order by sequence`),
];

describe('an admin', () => {
  test('approves: the money goes back, the books and the person know; a second click changes nothing', async () => {
    const one = await waiting();
    const ctx = await admin();
    const decided = await approveRefund(ctx, { id: one.id }, good());
    expect(decided).toMatchObject({
      status: 'approved',
      decidedBy: 'Ada',
      finishedAt: expect.any(String),
      downloads: 2,
    });
    expect(await one.traces()).toEqual(given);
    expect(await approveRefund(ctx, { id: one.id, note: 'again' }, good())).toEqual(decided);
    expect(await one.traces()).toEqual(given);
    expect(await audited(one.id)).toEqual([{ action: 'refund.approved', reason: null }]);
  });

  test('refuses with a note that the person reads; nothing is booked, and asking again answers the refusal', async () => {
    const one = await waiting();
    const ctx = await admin();
    const decided = await refuseRefund(ctx, { id: one.id, note: 'You used it for a week.' });
    expect(decided).toMatchObject({ status: 'refused', refusedBy: 'store', note: 'You used it for a week.' });
    expect(await refuseRefund(ctx, { id: one.id, note: 'Another.' })).toEqual(decided);
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    const { refund } = await getRefund(one.at(4 * day), one.purchaseId);
    expect(refund).toMatchObject({ status: 'refused', refusedBy: 'store', note: 'You used it for a week.' });
    expect(await one.ask(4 * day)).toEqual({ status: 200, body: { refund } });
    expect(await audited(one.id)).toEqual([{ action: 'refund.refused', reason: 'You used it for a week.' }]);
    const news = await database.sql`select kind, href from notifications where user_id = ${one.actor.userId}`;
    expect([...news]).toEqual([{ kind: 'refund_refused', href: `/purchases/${one.purchaseId}` }]);
  });

  test('does not change what was decided the other way', async () => {
    const [refused, approved] = [await waiting(), await waiting()];
    const ctx = await admin();
    await refuseRefund(ctx, { id: refused.id, note: 'No.' });
    await approveRefund(ctx, { id: approved.id }, good());
    const no = { status: 409, code: 'already_decided' };
    expect(await refusal(approveRefund(ctx, { id: refused.id }, good()))).toMatchObject(no);
    expect(await refusal(refuseRefund(ctx, { id: approved.id, note: 'No.' }))).toMatchObject(no);
    expect(await refused.traces()).toEqual({ ...sold, rows: 1 });
    expect(await approved.traces()).toEqual(given);
  });

  test('and another one at once decide once, whatever they say', async () => {
    const one = await waiting();
    const [first, second] = [await admin(), await admin()];
    const results = await Promise.allSettled([
      approveRefund(first, { id: one.id }, good()),
      refuseRefund(second, { id: one.id, note: 'No.' }),
      approveRefund(second, { id: one.id }, good()),
    ]);
    expect(await audited(one.id)).toHaveLength(1);
    const { status } = await one.traces().then((row) => ({ status: row?.status }));
    const states = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.status] : []));
    expect(new Set(states)).toEqual(new Set([status === 'refunded' ? 'approved' : 'refused']));
  });

  test('whose provider does not answer has decided all the same; the completer does the rest', async () => {
    const one = await waiting();
    expect(await approveRefund(await admin(), { id: one.id }, deaf())).toMatchObject({
      status: 'approved',
      finishedAt: null,
    });
    expect(await one.traces()).toEqual({ ...sold, rows: 1 });
    await leaseEnds(one.purchaseId);
    expect(await completeRefunds(database.ctx(), undefined, good())).toBe(1);
    expect(await one.traces()).toEqual(given);
  });

  test('learns that the provider keeps the money', async () => {
    const one = await waiting();
    expect(await approveRefund(await admin(), { id: one.id }, keeping())).toMatchObject({
      status: 'refused',
      refusedBy: 'provider',
      decidedBy: null,
      note: 'provider: too_old',
    });
  });

  test('gives any purchase back by its id, after a refusal too, and once', async () => {
    const one = await waiting();
    const ctx = await admin();
    await refuseRefund(ctx, { id: one.id, note: 'No.' });
    const wish = { purchaseId: one.purchaseId, reason: 'LEGAL', note: 'A court says so.' } as const;
    const [first, second] = await Promise.all([startRefund(ctx, wish, good()), startRefund(ctx, wish, good())]);
    expect(first.id).toBe(second.id);
    expect(await startRefund(ctx, wish, good())).toMatchObject({ id: first.id, status: 'approved', reason: 'LEGAL' });
    expect(await one.traces()).toEqual({ ...given, rows: 2 });
    expect(await audited(first.id)).toEqual([{ action: 'refund.started', reason: 'A court says so.' }]);

    const pending = await waiting();
    expect(await startRefund(ctx, { ...wish, purchaseId: pending.purchaseId }, good())).toMatchObject({
      id: pending.id,
      status: 'approved',
    });
    expect(await pending.traces()).toEqual(given);
    const free = await bought({});
    expect(await refusal(startRefund(ctx, { ...wish, purchaseId: free.purchaseId }, good()))).toMatchObject({
      code: 'nothing_to_refund',
    });
  });
});

test('everybody else decides, starts and sees nothing', async () => {
  const one = await waiting();
  for (const roles of [[], ['moderator']]) {
    const ctx = database.ctx({ actor: await createActor(database.db, { roles }) });
    for (const attempt of [
      approveRefund(ctx, { id: one.id }, good()),
      refuseRefund(ctx, { id: one.id, note: 'No.' }),
      startRefund(ctx, { purchaseId: one.purchaseId, reason: 'OTHER', note: 'Mine.' }, good()),
      listRefunds(ctx, refundsQuery.parse({})),
    ]) {
      expect(await refusal(attempt)).toMatchObject({ status: 403, code: 'role_required' });
    }
  }
  const ctx = await admin();
  const nobody = '01890000-0000-7000-8000-000000000000';
  expect(await refusal(approveRefund(ctx, { id: nobody }, good()))).toMatchObject({ status: 404 });
  expect(await refusal(startRefund(ctx, { purchaseId: nobody, reason: 'OTHER', note: 'x' }, good()))).toMatchObject({
    status: 404,
  });
  expect(await one.traces()).toEqual({ ...sold, rows: 1 });
});

test('lists: those that wait oldest first with what is known of the person, decided ones newest first, page by page', async () => {
  await database.sql`delete from refunds where status = 'pending'`;
  const ctx = await admin();
  const [first, second, third] = [await waiting(), await waiting(), await waiting()];
  const pending = await listRefunds(ctx, refundsQuery.parse({ limit: 2 }));
  expect(pending.items.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(pending.items[0]).toMatchObject({
    reason: 'UNSATISFIED_WITH_PURCHASE',
    purchaseId: first.purchaseId,
    amountMinor: 499,
    downloads: 2,
    earlierRefunds: 0,
    app: { name: first.product.app.name },
    person: { id: first.actor.userId },
  });
  const cursor = pending.nextCursor ?? '';
  const rest = await listRefunds(ctx, refundsQuery.parse({ limit: 2, cursor }));
  expect(rest).toMatchObject({ items: [{ id: third.id }], nextCursor: null });
  expect(await refusal(listRefunds(ctx, refundsQuery.parse({ status: 'refused', cursor })))).toMatchObject({
    code: 'invalid_cursor',
  });

  const later = (seconds: number) => ({ ...ctx, now: new Date(Date.now() + seconds * 1000) });
  await refuseRefund(later(10), { id: second.id, note: 'No.' });
  await approveRefund(later(20), { id: first.id }, good());
  const decided = await listRefunds(ctx, refundsQuery.parse({ status: 'decided', limit: 2 }));
  expect(decided.items.map(({ id }) => id)).toEqual([first.id, second.id]);
  const next = await listRefunds(
    ctx,
    refundsQuery.parse({ status: 'decided', limit: 2, cursor: decided.nextCursor ?? '' }),
  );
  expect(next.items.some(({ id }) => [first.id, second.id].includes(id))).toBe(false);
  const refused = await listRefunds(ctx, refundsQuery.parse({ status: 'refused', limit: 1 }));
  expect(refused.items.map(({ id }) => id)).toEqual([second.id]);
});
