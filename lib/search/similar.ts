import { sql } from 'drizzle-orm';
import { readThrough } from '@/lib/cache/read-through';
import { listCardsInOrder } from '@/lib/catalog/cards';
import type { AppCard } from '@/lib/catalog/schema';
import type { Ctx } from '@/lib/context';
import { listCompanions } from './companions';

const shown = 12;

/** So many words are looked for, and in so many documents altogether. */
const maxWords = 25;
const maxDocuments = 3_000;
/** A word of more documents says little of what an app is. */
const maxWordDocuments = 1_500;
/** For words that came after the last count. */
const uncountedDocuments = 20;

type Related = { items: AppCard[]; boughtTogether: AppCard[] };

/** As listSimilar and listCompanions, some minutes old (lib/cache/entries.ts). */
export const listRelated = (ctx: Ctx, appId: string, country: string): Promise<Related> =>
  readThrough(ctx, 'similar', `related:${country}:${appId}`, async () => {
    const [items, boughtTogether] = await Promise.all([
      listSimilar(ctx, appId, country),
      listCompanions(ctx, appId, country),
    ]);
    return { items, boughtTogether };
  });

/**
 * Up to 12 listed apps that say most of what this one says (words by how rare they are, how often they come and whether
 * they are in the name or the keywords), those of its category and sub-genre three and four times as alike; then the
 * popular ones of its category.
 */
export async function listSimilar(ctx: Ctx, appId: string, country: string): Promise<AppCard[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with this as (select id, category_slug, subcategory_slug from apps where id = ${appId}),
    size as (
      select greatest(reltuples, ${1_000})::float8 as documents from pg_class where oid = 'search_documents'::regclass
    ),
    words as (
      select w.lexeme, coalesce(t.documents, ${uncountedDocuments}) as documents,
        (case when 'A' = any(w.weights) then 3 when 'C' = any(w.weights) then 2 else 1 end)
          * (1 + ln(cardinality(w.positions))) * ln(size.documents / coalesce(t.documents, ${uncountedDocuments})) as weight
      from search_documents d cross join unnest(d.words) w cross join size
      left join search_terms t on t.term = w.lexeme
      where d.app_id = ${appId} and w.weights <> '{B}' and coalesce(t.documents, 2) between 2 and ${maxWordDocuments}
    ),
    telling as (
      select lexeme, weight, sum(documents) over (order by weight desc, lexeme) as documents
      from (select * from words where weight > 0 order by weight desc, lexeme limit ${maxWords}) w
    ),
    alike as (
      select d.app_id, d.downloads, sum(t.weight) * (
          1 + 2 * (d.category_slug = this.category_slug)::int + coalesce(d.subcategory_slug = this.subcategory_slug, false)::int
        ) as likeness
      from telling t cross join this
      cross join lateral (
        select app_id, downloads, category_slug, subcategory_slug from search_documents
        where words @@ (quote_literal(t.lexeme))::tsquery limit ${maxWordDocuments}
      ) d
      where t.documents <= ${maxDocuments} and d.app_id <> this.id
      group by d.app_id, d.downloads, d.category_slug, d.subcategory_slug, this.category_slug, this.subcategory_slug
      order by likeness desc, d.app_id limit ${4 * shown}
    ),
    popular as (
      select s.app_id, s.shown_downloads as downloads from app_stats s, this where s.category_slug = this.category_slug and s.app_id <> this.id
      order by s.shown_downloads desc, s.app_id limit ${4 * shown}
    )
    select a.id from (
      select app_id, max(likeness) as likeness, max(downloads) as downloads from (
        select app_id, likeness, downloads from alike union all select app_id, 0, downloads from popular
      ) candidates group by app_id
    ) c
    join apps a on a.id = c.app_id
    where a.status = 'listed'
    order by c.likeness desc, c.downloads desc, a.id limit ${shown}`);
  return listCardsInOrder(
    ctx,
    rows.map((row) => row.id),
    country,
  );
}
