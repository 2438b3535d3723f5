import { sql } from 'drizzle-orm';
import { reviewRevisions, reviews } from '@/db/schema';
import type { Tx } from '@/db/client';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { findAppId } from '@/lib/catalog/queries';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { instant } from '@/lib/sql';
import { writtenEventId } from './event-id';
import { moveReview } from './move-review';
import { getMyReview } from './my-review';
import type { MyReview, ReviewBody } from './schema';

type Target = Ctx & { db: Tx };

/**
 * Writes my review of an app that I have or had, or changes it: one for each person and app. It waits to be scored; what
 * others see of it until then stays. The same words again change nothing. Publishes `review.created` for each revision.
 * Throws 401, 403 `conflict_of_interest` to members of the app's organisation, 403 `not_owned`, 404 `not_found`,
 * 429 `rate_limited`.
 */
export async function writeReview(ctx: Ctx, ref: string, input: ReviewBody): Promise<MyReview> {
  const { userId } = requireUser(ctx);
  const appId = await requireReviewable(ctx, ref, userId);
  if (!isSame(await newestOf(ctx, appId, userId), input)) {
    await takeFromLimit(ctx, 'reviews', userId);
    await inTransaction(ctx, async (ctx) => {
      const country = await holdAuthor(ctx, userId);
      const known = await newestOf(ctx, appId, userId);
      if (isSame(known, input)) return;
      const facts = await factsOf(ctx, appId, userId);
      const { id, revision } = known
        ? await addRevision(ctx, known.id, input, { ...facts, country })
        : await insertReview(ctx, { appId, userId, country, ...facts, ...input });
      await publish(ctx, { type: 'review.created', payload: { reviewId: id, revision } }, writtenEventId(id, revision));
    });
  }
  const mine = await getMyReview(ctx, appId);
  if (!mine) throw new AppError('not_found', 'not_found');
  return mine;
}

/** The app that a reference names, if the person may review it. Nobody learns of an app that is in no shop window. */
async function requireReviewable(ctx: Ctx, ref: string, userId: string): Promise<string> {
  const id = await findAppId(ctx, ref);
  const [app] = id
    ? await ctx.db.execute<{ is_listed: boolean; is_member: boolean; is_owner: boolean }>(sql`
        select a.status = 'listed' as is_listed,
          exists (
            select from organization_members m where m.organization_id = a.organization_id and m.user_id = ${userId}
          ) as is_member,
          exists (select from entitlements e where e.app_id = a.id and e.user_id = ${userId}) as is_owner
        from apps a where a.id = ${id}`)
    : [];
  if (!id || !app || !(app.is_listed || app.is_owner || app.is_member)) throw new AppError('not_found', 'not_found');
  if (app.is_member) {
    throw new AppError('forbidden', 'conflict_of_interest', { detail: 'You are one of those who make this app.' });
  }
  if (!app.is_owner) throw new AppError('forbidden', 'not_owned', { detail: 'Get the app first, then review it.' });
  return id;
}

type Newest = Pick<MyReview, 'rating' | 'title' | 'body'> & { id: string };

/** What the person wrote last about the app. */
async function newestOf({ db }: Ctx, appId: string, userId: string): Promise<Newest | undefined> {
  const rows = await db.execute<Newest>(sql`
    select r.id, v.rating, v.title, v.body
    from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
    where r.user_id = ${userId} and r.app_id = ${appId} and r.deleted_at is null`);
  return rows[0];
}

const isSame = (known: Newest | undefined, { rating, title, body }: ReviewBody) =>
  known !== undefined && known.rating === rating && known.title === title && known.body === body;

/** Of several requests of one person one writes at a time, and nobody whose account has been erased. */
async function holdAuthor({ db }: Target, userId: string): Promise<string> {
  const [user] = await db.execute<{ country: string }>(sql`
    select country from users where id = ${userId} and erased_at is null for no key update`);
  if (!user) throw new AppError('unauthenticated', 'not_signed_in', { detail: 'This account is gone.' });
  return user.country;
}

type Facts = { appVersion: string | null; isPaid: boolean };

/** The version that the person downloaded last, else the present one; and whether they paid and did not get it back. */
async function factsOf({ db }: Ctx, appId: string, userId: string): Promise<Facts> {
  const [row] = await db.execute<{ version: string | null; is_paid: boolean }>(sql`
    select coalesce(
        (select v.version from deliveries d join app_versions v on v.id = d.version_id
          where d.user_id = ${userId} and d.app_id = ${appId} order by d.created_at desc, d.id desc limit 1),
        (select v.version from app_versions v
          where v.app_id = ${appId} and v.state = 'released' order by v.released_at desc, v.id limit 1)
      ) as version,
      exists (
        select from entitlements e join purchases p on p.id = e.purchase_id
        where e.user_id = ${userId} and e.app_id = ${appId} and p.status = 'completed' and p.amount_minor > 0
      ) as is_paid`);
  return { appVersion: row?.version ?? null, isPaid: row?.is_paid ?? false };
}

type Written = { id: string; revision: number };

async function insertReview(
  ctx: Target,
  {
    rating,
    title,
    body,
    appVersion,
    ...others
  }: ReviewBody & Facts & { appId: string; userId: string; country: string },
): Promise<Written> {
  const id = newId(ctx.now);
  const words = { rating, title, body, appVersion, createdAt: ctx.now };
  await ctx.db.insert(reviews).values({ id, ...words, ...others, status: 'pending', isVisible: false });
  await ctx.db.insert(reviewRevisions).values({ reviewId: id, revision: 1, ...words });
  return { id, revision: 1 };
}

async function addRevision(
  ctx: Target,
  id: string,
  { rating, title, body }: ReviewBody,
  { appVersion, isPaid, country }: Facts & { country: string },
): Promise<Written> {
  const [row] = await ctx.db.execute<{ revision: number; written_at: string }>(sql`
    update reviews r set revision = r.revision + 1, is_paid = ${isPaid}, country = ${country} from review_revisions v
    where r.id = ${id} and r.deleted_at is null and v.review_id = r.id and v.revision = r.revision
    returning r.revision, ${instant(sql`greatest(v.created_at, ${ctx.now.toISOString()}::timestamptz)`)} as written_at`);
  // Deleted in another window at this moment: what was written there came last.
  if (!row) throw new AppError('not_found', 'not_found');
  const { revision } = row;
  // Of two requests at once the one that writes second may have come first.
  const createdAt = new Date(row.written_at);
  await ctx.db.insert(reviewRevisions).values({ reviewId: id, revision, rating, title, body, appVersion, createdAt });
  await moveReview(ctx, 'edit', id, { revision });
  return { id, revision };
}
