import { type SQL, sql } from 'drizzle-orm';
import { ageSteps, ratingSteps } from '../facet-choices';
import type { EngineQuery } from '../engine';
import type { FacetName } from '../schema';
import { namePool, poolSize } from './limits';
import { textArray } from '@/lib/sql';
import { facetConditions, rowCondition, tagQueries } from './filters';
import {
  allQuery,
  countedLexemes,
  joinedNames,
  lastCharacter,
  type Parsed,
  parse,
  stemOf,
  tellingTerms,
  type Term,
  termQuery,
} from './query';
import { mistyped, poolColumns } from './mistyped';
import { scored } from './relevance';
import { quote } from './vector';

const everything = "'~'";

/** One statement that finds, filters, counts and ranks. Gives one row: total, facets, page. */
export function searchStatement({ q, sort, match, limit, offset, ...filters }: EngineQuery): SQL {
  const isAll = match === 'all';
  const whole = parse(q);
  const parsed = isAll ? whole : { ...whole, terms: tellingTerms(whole.terms) };
  const hasWords = parsed.terms.length > 0;
  const { always, chosen } = tagQueries(filters);
  const ranks = sort === 'relevance' && q !== '';
  const conditions = facetConditions(filters);
  const tags = always.map(quote).join(' & ');
  const pool = (asked: SQL, expected: SQL, wanted: number) =>
    sql`select p.*, false as is_mistyped from asked, lateral search_pool(${asked}, ${expected}, ${wanted}::int) p
      where ${asked} is not null and ${rowCondition(filters)}`;
  const found = [
    ...(hasWords || q === '' ? [pool(sql`asked.base`, sql`asked.expected`, poolSize)] : []),
    ...((hasWords || q === '') && chosen.length > 0
      ? [
          sql`select p.*, false from asked, lateral search_pool(asked.chosen, asked.expected_chosen, ${poolSize}::int) p
          where asked.expected not between 1 and ${poolSize} and asked.chosen is not null and ${rowCondition(filters)}`,
        ]
      : []),
    ...(q === '' && sort !== 'popular' && sort !== 'relevance'
      ? [inOrder(sort, sql.join(Object.values(conditions), sql` and `), tags, rowCondition(filters), offset + limit)]
      : []),
    ...(q !== '' && (isAll || !hasWords) ? [named(parsed, tags, rowCondition(filters))] : []),
  ];
  return sql`
    with ${facts(parsed, [...always, ...chosen], !isAll)}, asked as materialized (
      select ${isAll || !hasWords ? allAsked(parsed, always, chosen) : anyAsked(always, chosen)}
    ), few as materialized (
      ${sql.join(found, sql` union all `)}
    ), ${isAll && hasWords ? mistyped(parsed, tags, rowCondition(filters)) : sql``}
    pool as materialized (
      select distinct on (p.app_id) p.*, ${conditions.category} as is_category, ${conditions.platform} as is_platform,
        ${conditions.price} as is_price, ${conditions.minRating} as is_rating, ${conditions.age} as is_age
      from (select * from few ${isAll && hasWords ? sql`union all select * from guessed` : sql``}) p
      order by p.app_id, p.is_mistyped, p.is_partial desc
    ), passing as materialized (
      select * from pool where is_category and is_platform and is_price and is_rating and is_age
    ), ${ranks ? scored(parsed, isAll) : ordered(sort)}
    page as (
      select ${candidateColumns}, o.score, o.place
      from (select * from ranked order by place limit ${limit} offset ${offset}) o
      join search_documents d on d.app_id = o.app_id
    )
    select (select count(*)::int from passing) as total,
      (select coalesce(bool_or(is_partial), false) from pool) as "isTotalCapped", ${facets} as facets,
      (select coalesce(jsonb_agg(to_jsonb(page) - 'place' order by place), '[]') from page) as candidates`;
}

/** In how many documents each word of a query is, and each of the tags; and how many documents there are. */
export function facts({ terms }: Parsed, tags: readonly string[], isPartial = false): SQL {
  const groups = [
    ...terms.map((term) => ({
      is_tag: false,
      ...(isPartial ? partialGroup(term) : { part: termQuery(term), ...countedLexemes(term) }),
    })),
    ...tags.map((tag) => ({ is_tag: true, part: quote(tag), lexemes: [tag], prefix: null })),
  ].map((group, ord) => ({ ord, ...group }));
  return sql`counted as materialized (
      select g.ord, g.part, g.is_tag, (
          select coalesce(sum(t.documents), 0) from search_terms t where t.term = any(g.lexemes)
        ) + case when g.prefix is null then 0 else (
          select coalesce(greatest(max(t.documents), sum(t.documents) / 2), 0) from search_terms t
          where t.term ~>~ g.prefix and t.term ~<~ (g.prefix || ${lastCharacter})
        ) end as documents
      from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
        as g(ord int, part text, is_tag boolean, lexemes text[], prefix text)
    ), size as materialized (
      select coalesce((select documents from search_terms where term = '~'), 0)::float8 as documents
    )`;
}

/** Columns of `d` as a Candidate has them, without its score. */
export const candidateColumns = sql.raw(`d.app_id as id, d.name, d.normalised_name as "normalisedName", d.skeleton,
  d.organization_id as "organizationId", d.is_verified as "isVerified", d.category_slug as category,
  floor(extract(epoch from d.released_at) * 1000) as "releasedAt", d.average_rating as "averageRating",
  d.rating_count as "ratingCount", d.downloads, d.engagement`);

/** What a word of a partial match is found by. */
function partialGroup(term: Term) {
  const stem = stemOf(term);
  const counted = countedLexemes(term);
  if (stem === null) return { part: termQuery(term), ...counted };
  return { part: `${termQuery(term)} | ${quote(stem)}:*`, lexemes: counted.lexemes, prefix: stem };
}

const and = (tags: readonly string[]) => tags.map((tag) => ` & ${quote(tag)}`).join('');

/**
 * In how many documents several words are together: between as many as by chance and as many as have the rarest.
 */
export const togetherIn = sql`sqrt(min(counted.documents)
  * exp(sum(ln(greatest(counted.documents, 1) / greatest(size.documents, 1)))) * greatest(min(size.documents), 1))`;

function allAsked(parsed: Parsed, base: string[], chosen: string[]): SQL {
  const words = parsed.terms.length > 0 ? allQuery(parsed.terms) : everything;
  return sql`
    ${`(${words})${and(base)}`}::tsquery as base, ${`(${words})${and([...base, ...chosen])}`}::tsquery as chosen,
    coalesce((select ${togetherIn} from counted, size where not is_tag), (select documents from size))::float8 as expected,
    coalesce((select ${togetherIn} from counted, size), 0)::float8 as expected_chosen`;
}

/** Of the words the rare ones: as many as together are in no more documents than can be looked at, and one at least. */
function anyAsked(base: string[], chosen: string[]): SQL {
  const query = (tags: string) => sql`('(' || string_agg(part, '|') || ')' || ${tags})::tsquery`;
  return sql`
    ${query(and(base))} as base, ${query(and([...base, ...chosen]))} as chosen,
    coalesce(sum(documents), 0)::float8 as expected, coalesce(sum(documents), 0)::float8 as expected_chosen
    from (
      select part, documents, sum(documents) over (order by documents, ord) as reach,
        sum(documents) over (order by documents, ord rows between unbounded preceding and 1 preceding) as before
      from counted where not is_tag
    ) c where reach <= ${poolSize * 2} or coalesce(before, 0) = 0`;
}

/** Apps of this name, whatever it is made of, and some whose names begin so. */
function named(parsed: Parsed, tags: string, condition: SQL): SQL {
  const passes = sql`${condition} ${tags === '' ? sql`` : sql`and p.words @@ ${tags}::tsquery`}`;
  const { folded } = parsed;
  // Of what is this short there may be any number, and the index of words knows the most popular.
  const begun = folded.length > 3 || parsed.terms.length === 0 ? namePool : 0;
  const beginning = sql`(select ${poolColumns}, false as is_mistyped from search_documents p
    where p.folded ~>=~ ${folded} and p.folded ~<~ ${folded + lastCharacter} and ${passes} limit ${begun})`;
  const written = [folded, ...joinedNames(parsed)];
  const equal = sql`(select ${poolColumns}, false as is_mistyped from search_documents p
    where p.folded = any(${textArray(written)}) and ${passes} limit 50)`;
  return sql`${equal} union all ${beginning}`;
}

const keys: Record<EngineQuery['sort'], SQL> = {
  relevance: sql`downloads desc, quality desc`,
  popular: sql`downloads desc, quality desc`,
  rating: sql`trusted_rating desc`,
  newest: sql`released_at desc nulls last`,
  price: sql`price_minor`,
};

/** Of everything there are more apps than the most popular ones that were looked at. */
function inOrder(sort: EngineQuery['sort'], chosen: SQL, tags: string, condition: SQL, end: number): SQL {
  return sql`select ${poolColumns}, false as is_mistyped from (
      select * from search_documents p
      where ${chosen} and ${condition} ${tags === '' ? sql`` : sql`and p.words @@ ${tags}::tsquery`}
      order by ${keys[sort]}, app_id limit ${Math.min(end, poolSize)}
    ) p, size where size.documents not between 1 and ${poolSize}`;
}

function ordered(sort: EngineQuery['sort']): SQL {
  return sql`ranked as materialized (
      select app_id, 0::float8 as score, row_number() over (order by ${keys[sort]}, app_id) as place from passing
    ),`;
}

const chosenBut = (facet: FacetName) => {
  const flags = {
    category: 'is_category',
    platform: 'is_platform',
    price: 'is_price',
    minRating: 'is_rating',
    age: 'is_age',
  };
  return sql.raw(
    Object.entries(flags)
      .filter(([name]) => name !== facet)
      .map(([, flag]) => flag)
      .join(' and '),
  );
};

const counts = (choice: SQL, from: SQL, facet: FacetName) => sql`
  (select coalesce(jsonb_object_agg(choice, n), '{}') from (
    select ${choice} as choice, count(*)::int as n from ${from} where ${chosenBut(facet)} group by 1) c where choice is not null)`;

/** Of steps that a row may be on several of. */
const steps = (values: readonly number[], isOn: (step: SQL) => SQL, facet: FacetName) => sql`
  (select jsonb_strip_nulls(jsonb_build_object(${sql.join(
    values.map(
      (step) => sql`${sql.raw(`'${step}'`)}, nullif(count(*) filter (where ${isOn(sql.raw(String(step)))}), 0)`,
    ),
    sql`, `,
  )})) from pool where ${chosenBut(facet)})`;

const facets = sql`jsonb_build_object(
  'category', ${counts(sql`category_slug`, sql`pool`, 'category')},
  'platform', ${counts(sql`platform`, sql`pool, unnest(platforms) as platform`, 'platform')},
  'price', ${counts(sql`case when price_minor = 0 then 'free' when price_minor > 0 then 'paid' end`, sql`pool`, 'price')},
  'minRating', ${steps(ratingSteps, (step) => sql`average_rating >= ${step}`, 'minRating')},
  'age', ${steps(ageSteps, (step) => sql`age_rating <= ${step}`, 'age')})`;
