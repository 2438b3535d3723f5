import { type SQL, sql } from 'drizzle-orm';
import { priceJoin } from '@/lib/catalog/cards';
import { filterConditions, sortKeys } from '@/lib/catalog/list-apps';
import type { Ctx } from '@/lib/context';
import type { EngineQuery, SearchEngine } from './engine';

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Scripts without spaces between words, and emoji, which are no words. */
const wordless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{Extended_Pictographic}\p{RI}]/u;

/**
 * Names that start with the query, hold a word that does, or resemble it (trigrams: one typo in a word). Of what has no
 * words also names that hold it anywhere.
 */
function nameMatches(q: string): SQL {
  const prefix = `${escapeLike(q)}%`;
  const ways = [sql`lower(a.name) like ${prefix}`];
  if ([...q].length >= 3)
    ways.push(sql`lower(a.name) like ${`% ${prefix}`}`, sql`lower(a.name) % ${q}`, sql`${q} <% lower(a.name)`);
  // The last mark of an emoji only asks for colours, and names may have it or not.
  if (wordless.test(q)) ways.push(sql`lower(a.name) like ${`%${escapeLike(q.replace(/\ufe0f$/, ''))}%`}`);
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** Equal name 4, prefix 3, prefix of a word 2, plus trigram similarity 0..1. */
const relevance = (q: string): SQL => sql`
  (case when lower(a.name) = ${q} then 4 when lower(a.name) like ${`${escapeLike(q)}%`} then 3
    when lower(a.name) like ${`% ${escapeLike(q)}%`} then 2 else 0 end)
  + greatest(similarity(lower(a.name), ${q}), word_similarity(${q}, lower(a.name)))`;

/** Search on names in Postgres, served by the prefix and trigram indexes of apps. */
export const postgresEngine: SearchEngine = {
  name: 'postgres',

  async search(ctx: Ctx, { q, sort, country, limit, offset, ...filters }: EngineQuery) {
    const { where, needsPrice } = filterConditions(filters);
    const order =
      sort === 'relevance'
        ? sql`relevance desc, shown_downloads desc`
        : sortKeys[sort].direction === 'desc'
          ? sql`sort_key desc nulls last`
          : sql`sort_key asc nulls last`;
    const [row] = await ctx.db.execute<{
      ids: string[] | null;
      total: number;
      categories: Record<string, number> | null;
    }>(sql`
      with matches as materialized (
        select a.id, a.category_slug, s.shown_downloads,
          ${sort === 'relevance' ? sql`null` : sortKeys[sort].key} as sort_key,
          ${q ? relevance(q) : sql`0`} as relevance
        from apps a join app_stats s on s.app_id = a.id
        ${needsPrice || sort === 'price' ? priceJoin(country, ctx.now) : sql``}
        where ${where} ${q ? sql`and ${nameMatches(q)}` : sql``}
      ), shown as (
        select id, row_number() over (order by ${order}, id) as place from matches order by place limit ${limit} offset ${offset}
      )
      select (select array_agg(id::text order by place) from shown) as ids,
        (select count(*)::int from matches) as total,
        (select jsonb_object_agg(category_slug, n) from (select category_slug, count(*) as n from matches group by 1) c) as categories`);
    return { ids: row?.ids ?? [], total: row?.total ?? 0, categories: row?.categories ?? {} };
  },

  async suggest(ctx, q, limit) {
    const rows = await ctx.db.execute<{ id: string }>(sql`
      select a.id from apps a join app_stats s on s.app_id = a.id
      where a.status = 'listed' and ${nameMatches(q)}
      order by ${relevance(q)} desc, s.shown_downloads desc, a.id limit ${limit}`);
    return rows.map((row) => row.id);
  },
};
