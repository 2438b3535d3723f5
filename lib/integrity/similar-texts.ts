import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { WrittenText } from './fingerprints';
import { bandsOf } from './minhash';
import { shortTextLength } from './rules';
import { similarityOf, textHash, trigramsOf, trimmedBody } from './text';

/** What is scored: the newest revision, looked at as of when it was written. */
export type ScoredReview = WrittenText & { isPaid: boolean };

/**
 * Of an app with more texts than this only the latest are compared and, of those that share a band (minhash.ts), the ones
 * that share most.
 */
const mostCompared = 300;
const latestCompared = 100;
const mostCandidates = 3_000;
const mostRanked = 100;
const mostCopies = 300;
const days = 30;
/** What `trim` takes away. */
const blanks =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const hashOf = (body: string) => sql`decode(${textHash(body).toString('hex')}, 'hex')`;

/**
 * Highest trigram similarity of a text to earlier reviews of the app and of the author, 1 for an exact copy on any app in
 * 30 days. Exact up to 300 earlier texts of the app; beyond, what is similar by 0.6 is missed once in a hundred times.
 */
export async function highestSimilarity(ctx: Ctx, review: ScoredReview): Promise<number> {
  if (trimmedBody(review.body) === '') return 0;
  return (await isExactCopy(ctx, review)) ? 1 : await mostAlike(ctx, review);
}

/** By hash, of those that are written alike but for case and punctuation the same letter by letter. */
async function isExactCopy({ db }: Ctx, { id, at, body }: ScoredReview): Promise<boolean> {
  const [row] = await db.execute<{ is_copy: boolean }>(sql`
    select exists (
      select from (
        select review_id, revision from review_fingerprints
        where text_hash = ${hashOf(body)} and review_id <> ${id}
          and created_at > ${at}::timestamptz - make_interval(days => ${days}) and created_at <= ${at}::timestamptz
        order by created_at desc limit ${mostCopies}
      ) f
      join reviews r on r.id = f.review_id and r.revision = f.revision and r.deleted_at is null
      join review_revisions v on v.review_id = f.review_id and v.revision = f.revision
      where (v.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)
        and btrim(normalize(v.body, NFC), ${blanks}) = ${trimmedBody(body)}
    ) as is_copy`);
  return row?.is_copy ?? false;
}

/** Postgres finds the texts; how alike they are is counted here, where letters are letters whatever its locale. */
async function mostAlike(ctx: Ctx, review: ScoredReview): Promise<number> {
  const { id, appId, userId, at, body } = review;
  const mine = trigramsOf(body);
  const isEarlier = sql`r.deleted_at is null and r.id <> ${id} and v.body <> ''
    and (v.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)`;
  const latest = (whose: SQL, limit: number) => sql`
    (select v.body from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
      where ${whose} and r.created_at <= ${at}::timestamptz and ${isEarlier}
      order by r.created_at desc, r.id desc limit ${limit})`;
  const texts = [latest(sql`r.user_id = ${userId} and r.app_id <> ${appId}`, mostCompared)];
  if (await hasMoreTexts(ctx, review)) {
    texts.push(
      latest(sql`r.app_id = ${appId}`, latestCompared),
      sql`
    (select v.body from (${sharingMost(review, mine)}) f
      join reviews r on r.id = f.review_id and r.revision = f.revision
      join review_revisions v on v.review_id = f.review_id and v.revision = f.revision
      where ${isEarlier})`,
    );
  } else texts.push(latest(sql`r.app_id = ${appId}`, mostCompared));
  const rows = await ctx.db.execute<{ body: string }>(
    sql`select distinct body from (${sql.join(texts, sql` union all `)}) x`,
  );
  return rows.reduce((highest, other) => Math.max(highest, similarityOf(mine, trigramsOf(other.body))), 0);
}

async function hasMoreTexts({ db }: Ctx, { appId, at }: ScoredReview): Promise<boolean> {
  // In the order of the index: where an app has few, nothing else is looked at. The text itself is among them.
  const rows = await db.execute(sql`
    select from review_fingerprints where app_id = ${appId} and created_at <= ${at}::timestamptz
    order by text_hash limit 1 offset ${mostCompared + 1}`);
  return rows.length > 0;
}

/** Bands are an app's own, and each has its place in the list. */
function sharingMost({ appId, at }: ScoredReview, trigrams: ReadonlySet<string>): SQL {
  const bands = bandsOf(trigrams, appId);
  const shared = bands.map((band, i) => `(bands[${i + 1}] = ${band})::int`).join(' + ');
  return sql`
    with near as materialized (
      select review_id, revision, ${sql.raw(shared || '0')} as shared from review_fingerprints
      where bands && ${sql.param(`{${bands.join(',')}}`)}::bigint[] and created_at <= ${at}::timestamptz
    )
    select * from (select * from near limit ${mostCandidates}) n order by shared desc limit ${mostRanked}`;
}

/**
 * Accounts that wrote this very text in the 30 days up to `until`, the author among them, counted up to 300: about this
 * app; where the text is too long to be chance, about any.
 */
export async function countSameText({ db }: Ctx, { appId, at, body }: ScoredReview, until = at): Promise<number> {
  const text = trimmedBody(body);
  if (text === '') return 1;
  const isShort = [...text].length < shortTextLength;
  const [row] = await db.execute<{ accounts: number }>(sql`
    select count(distinct f.user_id)::int as accounts
    from (
      select review_id, revision, user_id from review_fingerprints
      where text_hash = ${hashOf(body)} ${isShort ? sql`and app_id = ${appId}` : sql``}
        and created_at > ${at}::timestamptz - make_interval(days => ${days}) and created_at <= ${until}::timestamptz
      order by created_at desc limit ${mostCopies}
    ) f
    join reviews r on r.id = f.review_id and r.revision = f.revision and r.deleted_at is null`);
  return Math.max(row?.accounts ?? 1, 1);
}
