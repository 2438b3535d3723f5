import { sql } from 'drizzle-orm';
import { notify } from '@/lib/accounts/notify';
import { defineHandler } from '@/lib/events/handler';
import { uuids } from '@/lib/sql';
import { removeReviews } from './remove-reviews';

/**
 * The reviews of an erased account go, and their stars with them; or they stay, signed by nobody and without what their
 * author had written before. What it thought of other people's reviews stays as a count, what it answered as a developer
 * as the organisation's.
 */
const followErasedAuthors = defineHandler({
  name: 'reviews.follow_erased',
  event: 'account.erased',
  batchSize: 20,
  async handle(ctx, events) {
    const { db } = ctx;
    const isGoing = uuids(events.flatMap(({ payload }) => (payload.reviews === 'delete' ? [payload.userId] : [])));
    const people = uuids(events.map(({ payload }) => payload.userId));
    await removeReviews(ctx, sql`r.user_id = any(${isGoing})`);
    await db.execute(sql`
      update review_revisions v set title = '', body = '', app_version = null from reviews r
      where r.id = v.review_id and r.user_id = any(${people}) and v.revision < r.revision`);
    await db.execute(sql`delete from review_votes where user_id = any(${people})`);
    await db.execute(sql`update review_responses set author_id = null where author_id = any(${people})`);
    await db.execute(sql`update review_reports set user_id = null where user_id = any(${people})`);
  },
});

/** Who got the money back is no buyer any more, unless they have bought the app again; what they wrote stays. */
const followRefunds = defineHandler({
  name: 'reviews.follow_refunds',
  event: 'purchase.refunded',
  batchSize: 100,
  async handle({ db }, events) {
    const ids = uuids(events.map(({ payload }) => payload.purchaseId));
    await db.execute(sql`
      with theirs as (
        select r.id from reviews r
        join purchases p on p.user_id = r.user_id and p.app_id = r.app_id
        where p.id = any(${ids}) and p.status = 'refunded' and r.is_paid
          and not exists (
            select from entitlements e join purchases bought on bought.id = e.purchase_id
            where e.user_id = r.user_id and e.app_id = r.app_id and e.is_active and bought.amount_minor > 0
          )
        order by r.id for update of r
      )
      update reviews r set is_paid = false from theirs where r.id = theirs.id`);
  },
});

const tellAnswered = defineHandler({
  name: 'reviews.notify_responded',
  event: 'review.responded',
  batchSize: 100,
  async handle(ctx, events) {
    const ids = uuids(events.map(({ payload }) => payload.reviewId));
    const rows = await ctx.db.execute<{
      user_id: string;
      app_id: string;
      app: string;
      slug: string;
      developer: string;
    }>(
      sql`
        select r.user_id, a.id as app_id, a.name as app, a.slug, o.name as developer
        from reviews r join review_responses p on p.review_id = r.id
        join apps a on a.id = r.app_id join organizations o on o.id = p.organization_id
        where r.id = any(${ids}) and r.is_visible order by r.id`,
    );
    await notify(
      ctx,
      ...rows.map(({ user_id, app_id, app, slug, developer }) => ({
        userId: user_id,
        kind: 'review_answered' as const,
        data: { appId: app_id, app, developer },
        href: `/apps/${slug}#reviews`,
      })),
    );
  },
});

/** What reviews take from news of elsewhere. */
export const reviewHandlers = [followErasedAuthors, followRefunds, tellAnswered];
