import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readThrough } from '@/lib/cache/read-through';
import { type Ctx, requireUser } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { isoOf, isoOrNull } from '@/lib/sql';
import type { Review, ReviewsQuery } from './schema';

/** Who wrote a review that an erased account let stand. */
const erasedAuthor = 'A former customer';

export type ReviewRow = {
  id: string;
  rating: number;
  title: string;
  body: string;
  author_name: string;
  country: string;
  app_version: string | null;
  is_paid: boolean;
  helpful_count: number;
  helpful_score: number;
  created_at: string;
  edited_at: string | null;
  response_body: string | null;
  response_updated_at: string | null;
  response_developer: string | null;
  is_before_edit: boolean | null;
};

const time = z.iso.datetime({ offset: true });

/** What `toReview` takes, of `reviewsAndAnswers`. */
export const reviewColumns = sql`
  r.id, r.rating, r.title, r.body, case when u.erased_at is null then u.name else ${erasedAuthor} end as author_name, r.country, r.app_version, r.is_paid, r.helpful_count,
  to_json(r.helpful_score) as helpful_score, to_json(r.created_at) #>> '{}' as created_at, to_json(r.edited_at) #>> '{}' as edited_at,
  p.body as response_body, to_json(p.updated_at) #>> '{}' as response_updated_at, o.name as response_developer,
  p.updated_at < r.edited_at as is_before_edit`;

const answersAndAuthors = sql`
  join users u on u.id = r.user_id
  left join review_responses p on p.review_id = r.id
  left join organizations o on o.id = p.organization_id`;

export const reviewsAndAnswers = sql`reviews r ${answersAndAuthors}`;

type Sort = ReviewsQuery['sort'];

const keysOf: Record<Sort, (row: ReviewRow) => (string | number)[]> = {
  recent: (row) => [row.created_at, row.id],
  helpful: (row) => [row.helpful_score, row.created_at, row.id],
  favourable: (row) => [row.rating, row.created_at, row.id],
  critical: (row) => [row.rating, row.created_at, row.id],
};

const orders: Record<Sort, SQL> = {
  recent: sql`r.created_at desc, r.id desc`,
  helpful: sql`r.helpful_score desc, r.created_at desc, r.id desc`,
  favourable: sql`r.rating desc, r.created_at desc, r.id desc`,
  critical: sql`r.rating, r.created_at desc, r.id desc`,
};

/** What lies beyond a cursor, of sorts that one index serves from end to end. */
function beyond(sort: 'recent' | 'helpful', cursor: string): SQL {
  if (sort === 'recent') {
    const [at, id] = decodeCursor('reviews:recent', cursor, [time, z.uuid()]);
    return sql`(r.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)`;
  }
  const [score, at, id] = decodeCursor('reviews:helpful', cursor, [z.number(), time, z.uuid()]);
  return sql`(r.helpful_score, r.created_at, r.id) < (${score}::real, ${at}::timestamptz, ${id}::uuid)`;
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Stars that a sort by stars goes through, each with the moment and id from which on its reviews are still to come. */
function starsToCome({ sort, stars, cursor }: ReviewsQuery) {
  const all = [5, 4, 3, 2, 1].filter((rating) => stars === undefined || rating === stars);
  const start = { at: 'infinity', id: lastId };
  if (cursor === undefined) return all.map((rating) => ({ rating, ...start }));
  const [seen, at, id] = decodeCursor(`reviews:${sort}`, cursor, [z.number().int(), time, z.uuid()]);
  return all
    .filter((rating) => (sort === 'favourable' ? rating <= seen : rating >= seen))
    .map((rating) => ({ rating, ...(rating === seen ? { at, id } : start) }));
}

/** As listReviews; the first page in the usual order, which app pages ask for, comes through the cache. */
export async function listHotReviews(ctx: Ctx, appId: string, query: ReviewsQuery): Promise<Page<Review>> {
  const { sort, limit, ...others } = query;
  const isFirst = sort === 'helpful' && Object.values(others).every((value) => value === undefined);
  const read = () => listReviews(ctx, appId, query);
  return isFirst ? readThrough(ctx, 'reviews', `${appId}:${limit}`, read) : read();
}

/** Reviews of an app that others may see. Throws 400 `invalid_cursor`. */
export async function listReviews(ctx: Ctx, appId: string, query: ReviewsQuery): Promise<Page<Review>> {
  const { sort, limit, cursor } = query;
  const conditions = [sql`r.app_id = ${appId} and r.is_visible`];
  if (query.version) conditions.push(sql`r.app_version = ${query.version}`);
  if (query.withResponse !== undefined) {
    conditions.push(
      sql`${query.withResponse ? sql`` : sql`not`} exists (select from review_responses x where x.review_id = r.id)`,
    );
  }
  let page: SQL;
  if (sort === 'recent' || sort === 'helpful') {
    if (query.stars) conditions.push(sql`r.rating = ${query.stars}`);
    if (cursor) conditions.push(beyond(sort, cursor));
    page = sql`select r.* from reviews r where ${sql.join(conditions, sql` and `)} order by ${orders[sort]} limit ${limit + 1}`;
  } else {
    // A page of each star, of which the index knows the latest: sorting all that have the same would take long.
    page = sql`
      select of_star.* from jsonb_to_recordset(${JSON.stringify(starsToCome(query))}::text::jsonb)
        as s (rating smallint, at timestamptz, id uuid)
      cross join lateral (
        select r.* from reviews r
        where ${sql.join(conditions, sql` and `)} and r.rating = s.rating and (r.created_at, r.id) < (s.at, s.id)
        order by r.created_at desc, r.id desc limit ${limit + 1}
      ) of_star`;
  }
  const rows = await ctx.db.execute<ReviewRow>(sql`
    select ${reviewColumns} from (${page}) r ${answersAndAuthors} order by ${orders[sort]} limit ${limit + 1}`);
  return toPage(rows, limit, (row) => encodeCursor(`reviews:${sort}`, keysOf[sort](row)), toReview);
}

/** Whether I have written any review that still stands, seen by others or not. */
export async function haveIReviewed(ctx: Ctx): Promise<boolean> {
  const { userId } = requireUser(ctx);
  const rows = await ctx.db.execute(sql`select from reviews where user_id = ${userId} and deleted_at is null limit 1`);
  return rows.length > 0;
}

export const toReview = (row: ReviewRow): Review => ({
  id: row.id,
  rating: row.rating,
  title: row.title,
  body: row.body,
  author: { name: row.author_name },
  country: row.country,
  appVersion: row.app_version,
  isPaid: row.is_paid,
  helpfulCount: row.helpful_count,
  createdAt: isoOf(row.created_at),
  editedAt: isoOrNull(row.edited_at),
  response:
    row.response_body !== null && row.response_updated_at !== null
      ? {
          developer: row.response_developer ?? '',
          body: row.response_body,
          updatedAt: isoOf(row.response_updated_at),
          isBeforeEdit: row.is_before_edit ?? false,
        }
      : null,
});
