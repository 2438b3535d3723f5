import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { ReviewState } from '@/lib/reviews/rules';
import { instant, isoOf } from '@/lib/sql';
import { bulkLimit } from './rules';
import type { ReviewCase } from './schema';

const mostCandidates = 300;
const mostShown = 20;
/** Below this texts have little more in common than the language. */
const leastSimilarity = 0.3;

type Row = {
  id: string;
  slug: string;
  app: string;
  user_id: string;
  author: string;
  rating: number;
  body: string;
  status: ReviewState;
  created_at: string;
  similarity: number;
};

/** Reviews whose texts are like this one's, on whatever app, the most similar first; found by their fingerprints. */
export async function findNeighbours({ db }: Ctx, id: string): Promise<ReviewCase['neighbours']> {
  const rows = await db.execute<Row>(sql`
    with mine as (
      select f.review_id, f.bands, f.text_hash, v.body
      from reviews r join review_fingerprints f on f.review_id = r.id and f.revision = r.revision
      join review_revisions v on v.review_id = r.id and v.revision = r.revision where r.id = ${id}
    ), candidates as (
      (select f.review_id from review_fingerprints f, mine where f.text_hash = mine.text_hash
        order by f.created_at desc limit ${mostCandidates})
      union
      (select f.review_id from review_fingerprints f, mine where f.bands && mine.bands limit ${mostCandidates})
    )
    select n.* from (
      select r.id, a.slug, a.name as app, r.user_id, u.name as author, v.rating, v.body, r.status,
        ${instant(sql`r.created_at`)} as created_at, to_json(similarity(v.body, mine.body)) as similarity
      from candidates c join mine on mine.review_id <> c.review_id
      join reviews r on r.id = c.review_id and r.deleted_at is null
      join review_revisions v on v.review_id = r.id and v.revision = r.revision
      join apps a on a.id = r.app_id join users u on u.id = r.user_id
    ) n where n.similarity::text::real >= ${leastSimilarity}
    order by n.similarity::text::real desc, n.id limit ${mostShown}`);
  return rows.map((row) => ({
    id: row.id,
    app: { slug: row.slug, name: row.app },
    author: { id: row.user_id, name: row.author },
    rating: row.rating,
    body: row.body,
    status: row.status,
    createdAt: isoOf(row.created_at),
    similarity: row.similarity,
  }));
}

/** Waiting reviews with the very same text, this one included, as many as may be decided at once. */
export async function listSameText({ db }: Ctx, id: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from reviews r
    join review_fingerprints f on f.review_id = r.id and f.revision = r.revision
    join review_fingerprints g on g.text_hash = f.text_hash
    join reviews o on o.id = g.review_id and o.revision = g.revision and o.status = 'manual_review' and o.deleted_at is null
    where r.id = ${id} order by o.created_at, o.id limit ${bulkLimit}`);
  return rows.map((row) => row.id);
}
