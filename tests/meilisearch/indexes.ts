import { BadFilter, filterTest, type Row } from './filter';
import { compare, type Found, type MatchSettings, match, rankingScore, readQuery } from './match';
import { ApiError } from './tasks';

export type IndexSettings = MatchSettings & {
  filterableAttributes: string[];
  sortableAttributes: string[];
  pagination: { maxTotalHits: number };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, string> };
};

export type FakeIndex = {
  uid: string;
  primaryKey: string | null;
  createdAt: string;
  updatedAt: string;
  settings: IndexSettings;
  documents: Map<string, Row>;
};

const defaults = (): IndexSettings => ({
  searchableAttributes: ['*'],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  synonyms: {},
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  filterableAttributes: [],
  sortableAttributes: [],
  pagination: { maxTotalHits: 1000 },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
});

export function newIndex(uid: string, primaryKey: string | null = null): FakeIndex {
  const now = new Date().toISOString();
  return { uid, primaryKey, createdAt: now, updatedAt: now, settings: defaults(), documents: new Map() };
}

const olderRules = ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'];
const newerRules = [...olderRules, 'attributeRank', 'wordPosition'];

/** Refuses what the server refuses at once, before there is a task. */
export function checkSettings(settings: Partial<IndexSettings>, knowsAttributeRank: boolean): void {
  const known = knowsAttributeRank ? newerRules : olderRules;
  for (const rule of settings.rankingRules ?? []) {
    if (known.includes(rule) || /^\w+:(asc|desc)$/.test(rule)) continue;
    const message = `Invalid value at \`.rankingRules\`: \`${rule}\` ranking rule is invalid.`;
    throw new ApiError(400, 'invalid_settings_ranking_rules', message);
  }
}

export type SearchRequest = {
  q?: string | null;
  filter?: unknown;
  sort?: string[];
  offset?: number;
  limit?: number;
  facets?: string[];
  attributesToRetrieve?: string[];
  attributesToSearchOn?: string[];
  matchingStrategy?: string;
  showRankingScore?: boolean;
};

function pick(row: Row, fields: readonly string[] | undefined): Row {
  if (fields === undefined || fields.includes('*')) return { ...row };
  return Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]]));
}

function checkSort(sort: readonly string[], sortable: readonly string[], code: string): void {
  for (const one of sort) {
    const [field = '', direction] = one.split(':');
    if (sortable.includes(field) && (direction === 'asc' || direction === 'desc')) continue;
    throw new ApiError(400, code, `Attribute \`${field}\` is not sortable.`);
  }
}

function filterOf(index: FakeIndex, filter: unknown, code: string): (row: Row) => boolean {
  try {
    return filterTest(filter, index.settings.filterableAttributes);
  } catch (error) {
    if (error instanceof BadFilter) throw new ApiError(400, code, error.message);
    throw error;
  }
}

export function searchIn(index: FakeIndex, request: SearchRequest) {
  const { settings, documents } = index;
  const { q, sort = [], facets = [], offset = 0, limit = 20, matchingStrategy = 'last' } = request;
  checkSort(sort, settings.sortableAttributes, 'invalid_search_sort');
  for (const facet of facets) {
    if (settings.filterableAttributes.includes(facet)) continue;
    throw new ApiError(400, 'invalid_search_facets', `Attribute \`${facet}\` is not filterable.`);
  }
  const passes = filterOf(index, request.filter, 'invalid_search_filter');
  const query = readQuery(q ?? '');
  const attributes =
    request.attributesToSearchOn ??
    (settings.searchableAttributes.includes('*') ? undefined : settings.searchableAttributes);
  const found: Found[] = [];
  for (const row of documents.values()) {
    if (!passes(row)) continue;
    const hit = match(row, query, settings, matchingStrategy, attributes ?? Object.keys(row));
    if (hit !== null) found.push({ row, match: hit });
  }
  found.sort(compare(settings.rankingRules, sort));
  const most = settings.pagination.maxTotalHits;
  const shown = found.slice(Math.min(offset, most), Math.min(offset + limit, most));
  return {
    hits: shown.map((one) => ({
      ...pick(one.row, request.attributesToRetrieve),
      ...(request.showRankingScore
        ? { _rankingScore: rankingScore(one, query.terms.length, attributes?.length ?? 1) }
        : {}),
    })),
    query: q ?? '',
    processingTimeMs: 0,
    limit,
    offset,
    estimatedTotalHits: Math.min(found.length, most),
    ...(facets.length > 0 ? countFacets(found, facets, settings) : {}),
  };
}

function countFacets(found: readonly Found[], facets: readonly string[], { faceting }: IndexSettings) {
  const facetDistribution: Record<string, Record<string, number>> = {};
  const facetStats: Record<string, { min: number; max: number }> = {};
  for (const facet of facets) {
    const counts = new Map<string, number>();
    const numbers: number[] = [];
    for (const { row } of found) {
      for (const value of [row[facet]].flat()) {
        if (value == null) continue;
        counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
        if (typeof value === 'number') numbers.push(value);
      }
    }
    const byCount = (faceting.sortFacetValuesBy[facet] ?? faceting.sortFacetValuesBy['*']) === 'count';
    const sorted = [...counts].sort((a, b) => (byCount ? b[1] - a[1] : 0) || (a[0] < b[0] ? -1 : 1));
    facetDistribution[facet] = Object.fromEntries(sorted.slice(0, faceting.maxValuesPerFacet));
    if (numbers.length > 0) facetStats[facet] = { min: Math.min(...numbers), max: Math.max(...numbers) };
  }
  return { facetDistribution, facetStats };
}

export function listDocuments(index: FakeIndex, query: URLSearchParams) {
  const sort = query.get('sort')?.split(',') ?? [];
  checkSort(sort, index.settings.sortableAttributes, 'invalid_document_sort');
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? 20);
  const nobody = { words: 0, typos: 0, attribute: 0, inexact: 0 };
  const rows = [...index.documents.values()]
    .map((row) => ({ row, match: nobody }))
    .sort(compare(['sort'], sort))
    .map(({ row }) => row);
  const fields = query.get('fields')?.split(',');
  return {
    results: rows.slice(offset, offset + limit).map((row) => pick(row, fields)),
    offset,
    limit,
    total: rows.length,
  };
}
