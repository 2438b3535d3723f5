import { type SQL, sql } from 'drizzle-orm';
import { textArray } from '@/lib/sql';
import { windowSize } from '../rules';
import { joinedNames, type Parsed, type Term, termQuery, waysOf } from './query';

/** So many of the matches are compared with the query word by word; the others stay behind them, in the order of names. */
const comparedMatches = windowSize;
/** Of partial matches names say less about which are the better ones. */
const comparedPartialMatches = 4 * windowSize;

/**
 * The score of a match: how much of its name is the query (0.6), how important the words are, by their rarity and by where
 * they stand (0.3; half of it where they had to be corrected), how near to each other they stand (0.2), and of a name that
 * begins like the query how much of it is typed (0.15). Tuned on queries with known answers: docs/decisions/003-search.md.
 */
export function scored(parsed: Parsed, isAll: boolean): SQL {
  const { folded, typed, terms } = parsed;
  const ways = waysOf(terms, !isAll).map((way) => ({
    term: way.term,
    grade: way.grade,
    name: way.query('A'),
    developer: way.query('B'),
    short: way.query('C'),
    anywhere: way.query(''),
  }));
  const joined = joinedNames(parsed);
  const relation = sql`case
    when p.normalised_name = ${typed} then 1
    when ${typed !== folded} and starts_with(p.normalised_name, ${typed}) then 0.96
    when p.folded = ${folded} then 0.95
    when p.folded = any(${textArray(joined)}) then 0.92
    when p.head = ${folded} then 0.9
    when starts_with(p.folded, ${folded}) then 0.55
    when strpos(p.folded, ${` ${folded}`}) > 0 then 0.3
    else 0 end`;
  const compared = isAll ? comparedMatches : comparedPartialMatches;
  const withCorrections = isAll && terms.length > 0;
  return sql`
    weights as materialized (
      select c.ord as term, ln(1 + (s.documents + 1) / (c.documents + 0.5)) as weight
      from counted c, size s where not c.is_tag
    ), ways as materialized (
      select w.term, w.grade, w.name::tsquery, w.developer::tsquery, w.short::tsquery, w.anywhere::tsquery
      from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb)
        as w(term int, grade float8, name text, developer text, short text, anywhere text)
      ${
        withCorrections
          ? sql`union all
      select ord, 0.9 - 0.15 * distance, ${correctedQuery('A')}, ${correctedQuery('B')}, ${correctedQuery('C')}, ${correctedQuery('')}
      from near group by ord, distance`
          : sql``
      }
    ), placed as materialized (
      select p.app_id, p.folded, p.head, p.is_mistyped, ${relation} as relation,
        row_number() over (order by ${relation} + 0.2 * p.quality desc, p.app_id) as place
      from passing p
    ), compared as materialized (
      select p.app_id, p.place, p.relation, p.is_mistyped,
        ${
          withCorrections
            ? sql`case when p.is_mistyped then greatest(
          (select max((1 - 0.2 * c.distance) * case when p.folded = c.name then 1 when p.head = c.name then 0.9
              when starts_with(p.folded, c.name) then 0.55 else 0 end) from renamed c),
          0.5 * ${likeness(sql`p.folded`, folded)} ^ 2) else 0 end`
            : sql`0`
        } as likeness,
        (
          select sum(weight * best) / nullif(sum(weight), 0) from (
            select w.term, max(w.grade * case when d.brief @@ w.name then 1.0 when d.brief @@ w.developer then 0.65
              when d.brief @@ w.short then 0.7
              ${withCorrections ? sql`when not p.is_mistyped then 0.4` : sql``} when d.words @@ w.anywhere then 0.4 else 0 end) as best
            from ways w group by w.term
          ) t join weights using (term)
        ) * (0.7 + 0.6 * 15 / (15.0 + length(d.brief))) as words,
        ${closeness(terms)} as closeness,
        ${folded.length} / greatest(length(p.folded), ${folded.length})::float8 as share
      from placed p join search_documents d on d.app_id = p.app_id
      where p.place <= ${compared}
    ), ranked as materialized (
      select app_id, score, row_number() over (order by score desc, app_id) as place from (
        select app_id, ${score} as score from compared
        union all
        select app_id, -place::float8 / 1e6 from placed where place > ${compared}
      ) s
    ),`;
}

const correctedQuery = (weight: string) =>
  sql`string_agg(quote_literal(term) || ${weight && `:${weight}`}, ' | ')::tsquery`;

const score = sql`
  0.6 * greatest(relation, 0.6 * likeness) + 0.3 * coalesce(words, 0) * case when is_mistyped then 0.5 else 1 end
  + 0.2 * closeness + 0.15 * share * (relation > 0.5)::int`;

/** 1 for equal texts, 0 for wholly different ones, by letters that have to change. */
const likeness = (name: SQL, folded: string): SQL => {
  const [one, other] = [sql`left(${name}, 60)`, sql`left(${folded}, 60)`];
  return sql`(1 - levenshtein(${one}, ${other})::float8 / greatest(length(${one}), length(${other}), 1))`;
};

/** How near the words stand to each other, 0..1. */
function closeness(terms: readonly Term[]): SQL {
  const query = terms.map(termQuery).join(' & ');
  return sql`case when ${terms.length > 1} then ts_rank_cd('{1, 1, 1, 1}', d.words, ${query}::tsquery, 32)::float8 else 0 end`;
}
