import { type SQL, sql } from 'drizzle-orm';
import { namePool } from './limits';
import { mistyped, poolColumns } from './mistyped';
import { allQuery, briefQuery, lastCharacter, type Parsed, parse, type Term } from './query';
import { candidateColumns, facts, togetherIn } from './statement';
import { quote } from './vector';

const short = 3;
const anything = sql`true`;

/** One statement for what begins like this: names, the most popular first, then words of names, then mistyped words. */
export function suggestStatement(q: string, limit: number): SQL {
  const parsed = parse(q);
  const { folded, terms } = parsed;
  const isShort = [...folded].length <= short && terms.length === 1 && terms[0]?.isWord === true;
  const few = isShort ? beginnings(folded, limit) : names(parsed, limit);
  const mayBeMistyped = !isShort && terms.length > 0 && [...folded].length > short;
  const relation = sql`case when p.folded = ${folded} then 3 when starts_with(p.folded, ${folded}) then 2
    when ${mayBeMistyped ? sql`p.is_mistyped` : sql`false`} then ${mayBeMistyped ? guess : sql`0`} else 1 end`;
  return sql`
    with ${facts(parsed, [])}, ${few} ${mayBeMistyped ? sql`, ${mistyped(parsed, '', anything)} ${meant(terms)}` : sql`,`}
    best as (
      select distinct on (p.app_id) p.app_id, ${relation} as relation
      from (select * from few ${mayBeMistyped ? sql`union all select * from meant` : sql``}) p
      order by p.app_id, p.is_mistyped
    ), page as (
      select ${candidateColumns}, b.relation + ln(1 + d.downloads) / 50 as score
      from best b join search_documents d on d.app_id = b.app_id
      order by score desc, d.app_id limit ${limit}
    )
    select coalesce(jsonb_agg(to_jsonb(page) order by score desc, id), '[]') as candidates from page`;
}

/** Of what was guessed the names that have each word, as typed or as corrected: where a word is elsewhere, nobody types it as a name. */
const meant = (terms: readonly Term[]) => sql`
    named_words as materialized (
      select string_agg('(' || w.part || coalesce(' | ' || n.others, '') || ')', ' & ')::tsquery as query
      from jsonb_to_recordset(${JSON.stringify(terms.map((term, ord) => ({ ord, part: briefQuery([term], 'A') })))}::jsonb)
        as w(ord int, part text) left join (
          select ord, string_agg(quote_literal(term) || ':A', ' | ') as others from near group by ord
        ) n on n.ord = w.ord
    ), meant as materialized (
      select p.* from guessed p join search_documents d on d.app_id = p.app_id
      where d.brief @@ (select query from named_words)
    ),`;

/** How near a mistyped name is, below 1: what begins with the corrected words before what has them further on, one edit before two. */
const guess = sql`coalesce((
      select max(case when p.folded = c.name or p.head = c.name then 0.9 when starts_with(p.folded, c.name || ' ') then 0.7
        when starts_with(p.folded, c.name) then 0.6 else 0.3 end - 0.2 * (c.distance - 1))
      from renamed c where strpos(' ' || p.folded, ' ' || c.name) > 0), 0)`;

const expectedOf = (lexeme: string) =>
  sql`coalesce((select documents from search_terms where term = ${lexeme}), 0)::float8`;

/** Of names that begin so there may be very many: the index knows them by their first letters, and by downloads. */
function beginnings(folded: string, limit: number): SQL {
  const [name, word] = [`^^${folded}`, `^${folded}`];
  return sql`named as materialized (
      select p.*, false as is_mistyped from search_pool(${quote(name)}::tsquery, ${expectedOf(name)}, ${namePool}::int) p
    ), few as materialized (
      select * from named
      union all
      select p.*, false from search_pool(${quote(word)}::tsquery, ${expectedOf(word)}, ${namePool}::int) p
      where (select count(*) from named) < ${limit}
    )`;
}

/** Of names that begin with more letters there may still be many: then the popular ones of those with the same first three. */
function names(parsed: Parsed, limit: number): SQL {
  const { folded, terms } = parsed;
  const begun = sql`begun as materialized (
      select ${poolColumns}, false as is_mistyped from search_documents p
      where p.folded ~>=~ ${folded} and p.folded ~<~ ${folded + lastCharacter} limit ${namePool}
    )`;
  if (terms.length === 0) return sql`${begun}, few as materialized (select * from begun)`;
  const first = `^^${[...folded].slice(0, short).join('')}`;
  return sql`${begun}, few as materialized (
      select * from begun
      union all
      select p.*, false from search_pool(${quote(first)}::tsquery, ${expectedOf(first)}, ${namePool}::int) p
      where (select count(*) from begun) >= ${namePool} and starts_with(p.folded, ${folded})
      union all
      select p.*, false from (select ${togetherIn} as expected from counted, size) c,
        lateral search_pool(${allQuery(terms)}::tsquery, c.expected, ${namePool}::int) p
      where (select count(*) from begun) < ${limit} and exists (
        select from search_documents d where d.app_id = p.app_id and d.brief @@ ${briefQuery(terms, 'A')}::tsquery
      )
    )`;
}
