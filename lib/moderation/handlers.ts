import { sql } from 'drizzle-orm';
import { notify } from '@/lib/accounts/notify';
import { defineHandler } from '@/lib/events/handler';
import { tellDesks } from './reviews/desk-events';
import { tellOfRefusals } from './reviews/tell-authors';
import { tellOfTakedowns } from './tell-of-takedowns';
import { uuids } from '@/lib/sql';

const batchSize = 100;

/** Stands where an appeal's words were. */
const forgottenText = '–';

const tellReporters = defineHandler({
  name: 'moderation.notify_reports_resolved',
  event: 'app.reports_resolved',
  batchSize: 10,
  async handle(ctx, events) {
    const ids = events.flatMap((event) => event.payload.reportIds);
    const rows = await ctx.db.execute<{
      user_id: string;
      app_id: string;
      name: string;
      slug: string;
      is_listed: boolean;
      resolution: 'dismissed' | 'acted';
    }>(sql`
      select r.user_id, r.app_id, a.name, a.slug, a.status = 'listed' as is_listed, r.resolution
      from app_reports r join apps a on a.id = r.app_id
      where r.id = any(${uuids(ids)}) and r.user_id is not null and r.resolution is not null order by r.id`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'report_resolved' as const,
        data: { appId: row.app_id, app: row.name, resolution: row.resolution },
        href: row.is_listed ? `/apps/${row.slug}` : '/account',
      })),
    );
  },
});

const tellOfAppStatus = defineHandler({
  name: 'moderation.notify_app_status',
  event: 'app.status_changed',
  batchSize,
  handle: (ctx, events) => tellOfTakedowns(ctx, events),
});

const tellMembersOfSuspension = defineHandler({
  name: 'moderation.notify_suspension',
  event: 'organization.suspension_changed',
  batchSize,
  async handle(ctx, events) {
    const ids = events.map((event) => event.payload.organizationId);
    const rows = await ctx.db.execute<{ user_id: string; slug: string; name: string; reason: string | null }>(sql`
      select m.user_id, o.slug, o.name, o.suspended_reason as reason
      from organizations o join organization_members m on m.organization_id = o.id
      where o.id = any(${uuids(ids)}) order by o.id, m.user_id`);
    await notify(
      ctx,
      ...rows.map(({ user_id: userId, slug, name: organization, reason }) => {
        const href = `/console/${slug}`;
        return reason === null
          ? { userId, kind: 'organization_restored' as const, data: { organization }, href }
          : { userId, kind: 'organization_suspended' as const, data: { organization, reason }, href };
      }),
    );
  },
});

/** What somebody wrote goes with their account; the log keeps its hash. */
const forgetTexts = defineHandler({
  name: 'moderation.forget_texts',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map((event) => event.payload.userId));
    await db.execute(sql`
      delete from audit_texts t using audit_log l
      where l.sequence = t.sequence and l.actor_kind = 'user' and l.actor_id = any(${people})`);
  },
});

/**
 * A rejected version was appealed by its organisation; that somebody wrote it goes with their account. Why somebody
 * appealed about a review was theirs alone.
 */
const forgetAppealers = defineHandler({
  name: 'moderation.forget_appealers',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map((event) => event.payload.userId));
    await db.execute(sql`
      update appeals set appealed_by = null, text = case when review_id is null then text else ${forgottenText} end
      where appealed_by = any(${people})`);
  },
});

/** An appeal goes with its review; one that was decided stays counted, without words. */
const forgetReviewAppeals = defineHandler({
  name: 'moderation.forget_review_appeals',
  event: 'review.deleted',
  batchSize,
  async handle({ db }, events) {
    const ids = uuids(events.map((event) => event.payload.reviewId));
    await db.execute(sql`delete from appeals where review_id = any(${ids}) and outcome is null`);
    await db.execute(sql`
      update appeals set text = ${forgottenText}, appealed_by = null where review_id = any(${ids})`);
  },
});

/** Who edits a review while an appeal waits has taken the appeal back: there is another text to look at. */
const closeTakenBackAppeals = defineHandler({
  name: 'moderation.close_taken_back_appeals',
  event: 'review.created',
  batchSize,
  async handle({ db, now }, events) {
    const ids = uuids(events.flatMap(({ payload }) => (payload.revision > 1 ? [payload.reviewId] : [])));
    await db.execute(sql`
      update appeals e set outcome = 'upheld', note = 'Taken back: the review was edited.',
        decided_at = ${now.toISOString()}::timestamptz
      from reviews r
      where r.id = e.review_id and e.review_id = any(${ids}) and e.outcome is null and r.status <> 'appealed'`);
  },
});

/** Tells who appealed about a review how it ended. */
const tellAppealers = defineHandler({
  name: 'moderation.notify_review_appeal',
  event: 'appeal.decided',
  batchSize,
  async handle(ctx, events) {
    const ids = uuids(events.map((event) => event.payload.appealId));
    const rows = await ctx.db.execute<{
      user_id: string;
      app_id: string;
      app: string;
      slug: string;
      outcome: 'upheld' | 'overturned';
      note: string;
    }>(sql`
      select r.user_id, a.id as app_id, a.name as app, a.slug, e.outcome, e.note
      from appeals e join reviews r on r.id = e.review_id and r.deleted_at is null join apps a on a.id = r.app_id
      where e.id = any(${ids}) and e.outcome is not null order by e.id`);
    await notify(
      ctx,
      ...rows.map(({ user_id: userId, app_id: appId, app, slug, outcome, note: reason }) => ({
        userId,
        kind: 'review_appeal_decided' as const,
        data: { appId, app, outcome, reason },
        href: `/apps/${slug}#reviews`,
      })),
    );
  },
});

/** Open desks see what has come to them; authors hear of what a program refused. */
const followReviews = defineHandler({
  name: 'moderation.follow_reviews',
  event: 'review.status_changed',
  batchSize,
  async handle(ctx, events) {
    const at = (status: string) => events.filter(({ payload }) => payload.status === status);
    const queued = at('manual_review').map(({ payload }) => payload.reviewId);
    if (queued.length > 0) tellDesks(ctx, { kind: 'queued', ids: queued, by: null });
    await tellOfRefusals(
      ctx,
      at('rejected').map(({ payload }) => payload),
    );
  },
});

/** What the desk decides about apps, organisations and reviews, to whom it concerns. */
export const moderationHandlers = [
  tellReporters,
  tellOfAppStatus,
  tellMembersOfSuspension,
  forgetTexts,
  forgetAppealers,
  forgetReviewAppeals,
  closeTakenBackAppeals,
  tellAppealers,
  followReviews,
];
