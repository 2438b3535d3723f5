import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';

/**
 * Counts the lexemes of all documents anew: what mistyped words are looked up in, and what says how rare a word is. One
 * statement; searches see the terms of before until it is done. Search's hourly job calls it, and whoever loaded many apps.
 */
export async function refreshTerms(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    with counted as materialized (
      select word as term, ndoc as documents from ts_stat('select words from search_documents')
    ), gone as (
      delete from search_terms t where not exists (select from counted c where c.term = t.term)
    )
    insert into search_terms (term, documents, deletions)
    select term, documents, case when term ~ '^[^~^]{3,30}$' then search_deletions(term) else '{}' end
    from counted c
    where not exists (select from search_terms t where t.term = c.term and t.documents = c.documents)
    order by term
    on conflict (term) do update set documents = excluded.documents`);
}
