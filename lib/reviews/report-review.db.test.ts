import { beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/context';
import { inTransaction } from '@/lib/context';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, type CreatedApp, createReview } from '@/tests/factories';
import { eventsOf, move, starsOf } from '@/tests/reviews';
import { reportReview } from './report-review';
import { resolveReports } from './report-weight';
import type { ReviewReportReason } from './schema';

const t = testDatabase();
let product: CreatedApp;
let id = '';
const day = 86_400_000;
const person = (ageDays: number) => createActor(t.db, { createdAt: new Date(Date.now() - ageDays * day) });
const report = (actor: UserActor, reason: ReviewReportReason = 'spam') =>
  reportReview(t.ctx({ actor }), id, { reason, note: '' });
const row = async () =>
  (
    await t.sql`select status, is_visible, report_count, queued_at is not null as is_queued from reviews where id = ${id}`
  )[0];

beforeEach(async () => {
  product = await createApp(t.db, { stats: { ratingSum: 4, ratingCount: 1 } });
  id = (await createReview(t.db, product)).id;
});

describe('reports', () => {
  it('of three people with accounts of 30 days bring a review back, still seen and counted', async () => {
    for (let i = 0; i < 2; i += 1) await report(await person(40));
    expect(await row()).toEqual({ status: 'approved', is_visible: true, report_count: 2, is_queued: false });
    await report(await person(40));
    expect(await row()).toEqual({ status: 'manual_review', is_visible: true, report_count: 3, is_queued: true });
    expect(await starsOf(t, product.app.id)).toEqual({ kept: [4, 1], counted: [4, 1] });
    await report(await person(40));
    expect(await eventsOf(t, 'review.status_changed', id)).toEqual([
      { reviewId: id, revision: 1, status: 'manual_review' },
    ]);
  });

  it('of new accounts, and many of one person, do not', async () => {
    const one = await person(40);
    for (const reason of ['spam', 'fake', 'abusive', 'outdated', 'off_topic'] as const) await report(one, reason);
    for (let i = 0; i < 4; i += 1) await report(await person(29));
    expect(await row()).toEqual({ status: 'approved', is_visible: true, report_count: 1, is_queued: false });
  });

  it.each(['illegal', 'personal_data'] as const)('of %s need one alone, of whomever', async (reason) => {
    const one = await person(0);
    await report(one, 'spam');
    expect((await row())?.status).toBe('approved');
    expect(await report(one, reason)).toMatchObject({ isNew: false, report: { reason } });
    expect(await row()).toMatchObject({ status: 'manual_review', is_visible: true });
  });

  it('of one person keep what weighs more: the decisive reason with its note, and any note before none', async () => {
    const one = await person(40);
    const send = async (reason: ReviewReportReason, note: string) => {
      const { report } = await reportReview(t.ctx({ actor: one }), id, { reason, note });
      const [kept] = await t.sql`select reason, note from review_reports where review_id = ${id}`;
      expect(kept).toEqual({ reason: report.reason, note: report.note });
      return [report.reason, report.note];
    };
    expect(await send('outdated', '')).toEqual(['outdated', '']);
    expect(await send('spam', 'An advertisement')).toEqual(['spam', 'An advertisement']);
    expect(await send('fake', '')).toEqual(['fake', 'An advertisement']);
    expect(await send('personal_data', 'My address')).toEqual(['personal_data', 'My address']);
    expect(await send('spam', '')).toEqual(['personal_data', 'My address']);
    expect(await send('spam', 'Also an advertisement')).toEqual(['personal_data', 'My address']);
    expect(await send('illegal', '')).toEqual(['illegal', 'My address']);
    expect(await row()).toMatchObject({ status: 'manual_review', report_count: 1 });
  });

  it('that come at once are all counted, and it comes back once', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => person(40)));
    await Promise.all(people.map((actor) => report(actor)));
    expect(await row()).toMatchObject({ status: 'manual_review', report_count: 5 });
    expect(await eventsOf(t, 'review.status_changed', id)).toHaveLength(1);
  });

  it('are closed with the decision, and nobody reports the same text twice', async () => {
    const one = await person(40);
    await report(one, 'illegal');
    await inTransaction(t.ctx(), (ctx) => resolveReports(ctx, [id]));
    await move(t, 'approve', id);
    expect(await row()).toMatchObject({ status: 'approved', report_count: 0 });
    await expect(report(one, 'illegal')).rejects.toMatchObject({ code: 'already_resolved' });
    expect((await row())?.status).toBe('approved');
    await t.sql`update reviews set edited_at = now() + interval '1 second' where id = ${id}`;
    await report(one, 'illegal');
    expect((await row())?.status).toBe('manual_review');
  });
});
