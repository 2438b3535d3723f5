import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { findAppId } from '@/lib/catalog/queries';
import { mediaUrl, plainColor } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { type ReviewRow, reviewColumns, reviewsAndAnswers, toReview } from './queries';
import type { ConsoleReview, ConsoleReviewsQuery, ReviewSummary } from './schema';

type Row = ReviewRow & {
  app_id: string;
  app_slug: string;
  app_name: string;
  icon_id: string | null;
  color: string | null;
  is_reported: boolean;
};

/**
 * Reviews of the apps that the actor works on, the latest first. Throws 401 `not_signed_in`, 403 `scope_required`, 404
 * `not_found` for an app that is not among them, 400 `invalid_cursor`.
 */
export async function listConsoleReviews(ctx: Ctx, query: ConsoleReviewsQuery): Promise<Page<ConsoleReview>> {
  const { stars, country, version, answered, q, limit, cursor } = query;
  const conditions = await scopeOf(ctx, query);
  if (stars !== undefined) conditions.push(sql`r.rating = ${stars}`);
  if (country !== undefined) conditions.push(sql`r.country = ${country}`);
  if (version !== undefined) conditions.push(sql`r.app_version = ${version}`);
  if (answered !== undefined) conditions.push(sql`(p.review_id is not null) = ${answered}`);
  if (q) conditions.push(sql`strpos(lower(r.title || ' ' || r.body), lower(${q})) > 0`);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor('console-reviews', cursor, [z.iso.datetime({ offset: true }), z.uuid()]);
    conditions.push(sql`(r.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const isReported =
    ctx.actor.kind === 'user'
      ? sql`exists (select from review_reports x where x.review_id = r.id and x.user_id = ${ctx.actor.userId} and x.resolved_at is null)`
      : sql`false`;
  const rows = await ctx.db.execute<Row>(sql`
    select ${reviewColumns}, a.id as app_id, a.slug as app_slug, a.name as app_name, m.id as icon_id, m.color,
      ${isReported} as is_reported
    from ${reviewsAndAnswers}
    join apps a on a.id = r.app_id
    left join app_media m on m.app_id = a.id and m.kind = 'icon'
    where ${sql.join(conditions, sql` and `)}
    order by r.created_at desc, r.id desc limit ${limit + 1}`);
  return toPage(
    rows,
    limit,
    (row) => encodeCursor('console-reviews', [row.created_at, row.id]),
    (row) => ({
      ...toReview(row),
      app: {
        id: row.app_id,
        slug: row.app_slug,
        name: row.app_name,
        iconUrl: row.icon_id && mediaUrl(row.icon_id, 128),
        color: row.color ?? plainColor,
      },
      isReported: row.is_reported,
    }),
  );
}

/** Their stars, and how many have no answer, whatever is filtered. Throws as listConsoleReviews. */
export async function summariseConsoleReviews(ctx: Ctx, scope: Scope): Promise<ReviewSummary> {
  const conditions = await scopeOf(ctx, scope);
  const rows = await ctx.db.execute<{ rating: 1 | 2 | 3 | 4 | 5; count: number; unanswered: number }>(sql`
    select r.rating, count(*)::int as count, count(*) filter (where p.review_id is null)::int as unanswered
    from reviews r join apps a on a.id = r.app_id left join review_responses p on p.review_id = r.id
    where ${sql.join(conditions, sql` and `)} group by r.rating`);
  const histogram = { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 };
  for (const { rating, count } of rows) histogram[rating] = count;
  return { histogram, unanswered: rows.reduce((sum, row) => sum + row.unanswered, 0) };
}

type Scope = Pick<ConsoleReviewsQuery, 'organization' | 'app'>;

/** What holds for `r`, a review of `a`, an app, that the actor may see here. */
async function scopeOf(ctx: Ctx, { organization, app }: Scope): Promise<SQL[]> {
  const { actor } = ctx;
  if (actor.kind !== 'user' && actor.kind !== 'api_key') {
    throw new AppError('unauthenticated', 'not_signed_in', { detail: 'Sign in first.' });
  }
  if (actor.kind === 'api_key' && !actor.scopes.includes('read')) {
    throw new AppError('forbidden', 'scope_required', { detail: 'This key lacks the scope read.' });
  }
  const mine =
    actor.kind === 'user'
      ? sql`a.organization_id in (select organization_id from organization_members where user_id = ${actor.userId})`
      : sql`a.organization_id = ${actor.organizationId}`;
  const conditions = [sql`r.is_visible`, mine];
  if (organization !== undefined) {
    const named = isId(organization) ? sql`id = ${organization}` : sql`slug = ${organization}`;
    conditions.push(sql`a.organization_id = (select id from organizations where ${named})`);
  }
  if (app !== undefined) {
    const appId = await findAppId(ctx, app);
    const [found] = appId ? await ctx.db.execute(sql`select from apps a where a.id = ${appId} and ${mine}`) : [];
    if (!found) throw new AppError('not_found', 'not_found');
    conditions.push(sql`r.app_id = ${appId}`);
  }
  return conditions;
}
