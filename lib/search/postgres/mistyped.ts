import { type SQL, sql } from 'drizzle-orm';
import { fewMatches, namePool, poolSize } from './limits';
import { briefQuery, joinedQuery, lastCharacter, type Parsed, type Term, termQuery } from './query';

/** Of so many matches it is asked whether one has the words anywhere but in its description. */
const doubtfulMatches = 200;

const isCorrectable = ({ text, isWord }: Term) => isWord && [...text].length >= 3;

/** The columns of search_pool, of a document. */
export const poolColumns = sql.raw(`p.app_id, p.folded, p.head, p.normalised_name, p.category_slug, p.subcategory_slug,
  p.platforms, p.price_minor, p.average_rating, p.trusted_rating, p.downloads, p.age_rating, p.released_at, p.quality, false as is_partial`);

/**
 * `guessed`: where there are few matches, documents with words that differ from the typed ones by an edit or two; where the
 * matches are in descriptions alone, documents whose name is the query but for that. Words that share a deletion are near
 * each other; near the last one are also words that begin like it. Needs the matches as `few`.
 */
export function mistyped(parsed: Parsed, tags: string, condition: SQL): SQL {
  const terms = parsed.terms.map((term, ord) => ({
    ord,
    word: term.text,
    part: termQuery(term),
    is_prefix: term.isPrefix,
    is_correctable: isCorrectable(term),
  }));
  const joined = joinedQuery(parsed.terms);
  const passes = sql`${condition} ${tags === '' ? sql`` : sql`and p.words @@ ${tags}::tsquery`}`;
  return sql`
    matches as materialized (
      select count(*) as n from few
    ), typed as materialized (
      select t.* from matches, jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
        as t(ord int, word text, part text, is_prefix boolean, is_correctable boolean)
      where n < ${fewMatches} or (n <= ${doubtfulMatches} and not exists (
        select from few f join search_documents d on d.app_id = f.app_id where d.brief @@ ${briefQuery(parsed.terms)}::tsquery))
    ), near as materialized (
      select t.ord, n.term, n.distance from typed t cross join lateral (
        select term, min(distance) as distance from (
          select s.term, s.documents, search_edits(s.term, t.word) as distance
          from search_terms s where s.deletions && search_deletions(t.word)
          union all
          select s.term, s.documents, levenshtein_less_equal(s.term, t.word, 2)
          from search_terms s
          where length(t.word) >= 8 and s.term ~>~ left(t.word, 3) and s.term ~<~ (left(t.word, 3) || ${lastCharacter})
            and length(s.term) between length(t.word) - 2 and length(t.word) + 2
          union all
          select s.term, s.documents, 1 + levenshtein_less_equal(left(s.term, length(t.word)), t.word, 2)
          from search_terms s
          where t.is_prefix and length(t.word) >= 5 and s.term ~>~ left(t.word, 3)
            and s.term ~<~ (left(t.word, 3) || ${lastCharacter}) and length(s.term) between length(t.word) + 1 and 60
        ) s where distance between 1 and 2 and s.term <> t.word
        group by term order by min(distance), max(documents) desc, term limit 40
      ) n where t.is_correctable
    ), corrected as materialized (
      select '(' || string_agg('(' || t.part || coalesce(' | ' || n.others, '') || ')', ' & ') || ')'
        || ${tags === '' ? '' : ` & ${tags}`} as query
      from matches, typed t left join (
        select ord, string_agg(quote_literal(term), ' | ') as others from near group by ord
      ) n on n.ord = t.ord
      where n < ${fewMatches} having count(n.ord) > 0
    ), renamed as materialized (
      select (select string_agg(case when t.ord = n.ord then n.term else t.word end, ' ' order by t.ord) from typed t) as name,
        n.distance
      from near n
    ), guessed as materialized (
      select p.*, true as is_mistyped
      from corrected c, lateral search_pool(c.query::tsquery, 0, ${poolSize}::int) p where ${condition}
      ${
        joined === null
          ? sql``
          : sql`union all
      select p.*, false from matches, lateral search_pool(${joined + (tags === '' ? '' : ` & ${tags}`)}::tsquery, 0, ${namePool}::int) p
      where n < ${fewMatches} and ${condition}`
      }
      union all
      select p.*, true from renamed c, lateral (
        select ${poolColumns} from search_documents p
        where p.folded ~>=~ c.name and p.folded ~<~ (c.name || ${lastCharacter}) and ${passes} limit 5
      ) p
    ),`;
}
