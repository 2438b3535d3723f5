import type { Hit, MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { Candidate, EngineAnswer, EngineQuery, SearchEngine } from '../engine';
import { ageSteps } from '../facet-choices';
import { type FacetName, type Facets, facetNames } from '../schema';
import {
  done,
  type MeilisearchClient,
  type MeilisearchOptions,
  openMeilisearch,
  readIndexState,
  stateId,
  TaskFailed,
} from './client';
import { chosenFacets, filterOf } from './filters';
import { candidateAttributes, type IndexedApp, indexed } from './indexed-app';
import { maxTotalHits } from './settings';

/** Documents of one call. */
const batchSize = 1_000;
const pageSize = 10_000;

/** Hits that a sort other than by relevance orders; the engine's own only orders what fits equally well. */
const sortedHits = 1_000;

type Found = Pick<IndexedApp, (typeof candidateAttributes)[number] | 'price' | 'trustedRating'>;

const facetFields: Record<FacetName, keyof IndexedApp> = {
  category: 'category',
  platform: 'platforms',
  price: 'priceKind',
  minRating: 'ratingSteps',
  age: 'ageRating',
};

const sorts: Record<EngineQuery['sort'], { field: keyof Found; direction: 'asc' | 'desc' }> = {
  relevance: { field: 'downloads', direction: 'desc' },
  popular: { field: 'downloads', direction: 'desc' },
  rating: { field: 'trustedRating', direction: 'desc' },
  newest: { field: 'releasedAt', direction: 'desc' },
  price: { field: 'price', direction: 'asc' },
};

/** The server has no index, or one that is not filled: what it finds is not what there is. */
export class IndexIncomplete extends Error {
  constructor() {
    super('the Meilisearch index does not hold the apps of this store');
    this.name = 'IndexIncomplete';
  }
}

/** Search by Meilisearch. Nothing is asked of the server before the first call. */
export const meilisearchEngine = (options: MeilisearchOptions): SearchEngine => engineOn(openMeilisearch(options));

/** Writes throw `TaskFailed` at the first documents that the server could not take. */
export function engineOn(client: MeilisearchClient): SearchEngine {
  const index = client.writing.index<IndexedApp>(client.apps);
  return {
    name: 'meilisearch',
    search: (ctx, query) => search(ctx, client, query),
    suggest: (ctx, q, limit) => suggest(ctx, client, q, limit),
    async put(_, documents) {
      for (let from = 0; from < documents.length; from += batchSize) {
        const batch = documents.slice(from, from + batchSize).map(indexed);
        await done(client, index.addDocuments(batch, { primaryKey: 'id' }));
      }
    },
    async remove(_, ids) {
      for (let from = 0; from < ids.length; from += batchSize) {
        await done(client, index.deleteDocuments(ids.slice(from, from + batchSize))).catch(unlessNoIndex);
      }
    },
    versions: () => versionsOf(client),
  };
}

/** What is in no index is removed. */
function unlessNoIndex(error: unknown): void {
  if (!(error instanceof TaskFailed) || error.code !== 'index_not_found') throw error;
}

/**
 * What is typed, without what the server would take for operators: quotes ask for a phrase, a minus forbids a word. Null
 * where no word is left, which the server would answer with everything.
 */
function wordsOf(q: string): string | null {
  const words = q
    .replace(/"/g, ' ')
    .replace(/(^|\s)-+/g, '$1')
    .trim();
  return /[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(words) ? words : null;
}

const nothing = (): EngineAnswer => ({
  candidates: [],
  total: 0,
  isTotalCapped: false,
  facets: { category: {}, platform: {}, price: {}, minRating: {}, age: {} },
});

async function search(ctx: Ctx, client: MeilisearchClient, query: EngineQuery): Promise<EngineAnswer> {
  const { q, sort, match, limit, offset, ...filters } = query;
  const words = q === '' ? '' : wordsOf(q);
  if (words === null) return nothing();

  const chosen = chosenFacets(filters);
  const common = { indexUid: client.apps, q: words, matchingStrategy: match === 'all' ? 'all' : 'last' } as const;
  const filter = filterOf(filters);
  const hits = (from: number, count: number): MultiSearchQuery => ({
    ...common,
    filter,
    offset: from,
    limit: count,
    attributesToRetrieve: [...candidateAttributes, 'price', 'trustedRating'],
    showRankingScore: true,
    ...(words === '' || sort !== 'relevance'
      ? { sort: [`${sorts[sort].field}:${sorts[sort].direction}`, 'id:asc'] }
      : {}),
  });
  const isSortedHere = words !== '' && sort !== 'relevance';
  const until = offset + limit;
  const pages = !isSortedHere
    ? [hits(offset, limit)]
    : [
        hits(0, offset < sortedHits ? sortedHits : 0),
        ...(until > sortedHits ? [hits(Math.max(offset, sortedHits), until - Math.max(offset, sortedHits))] : []),
      ];
  const counted = facetNames.filter((name) => !chosen.includes(name));
  const [first, ...others] = await ask(ctx, client, [
    ...pages.map((page, i) => (i === 0 ? { ...page, facets: counted.map((name) => facetFields[name]) } : page)),
    ...chosen.map((name) => ({ ...common, filter: filterOf(filters, name), limit: 0, facets: [facetFields[name]] })),
  ]);
  if (first === undefined) throw new IndexIncomplete();
  const total = first.estimatedTotalHits ?? 0;
  const second = others.slice(0, pages.length - 1).flatMap((page) => page.hits);
  const found = isSortedHere
    ? [...first.hits.sort(bySort(sort)).slice(offset, until), ...second].slice(0, limit)
    : first.hits;
  const facets = nothing().facets;
  for (const name of counted) facets[name] = countsOf(name, first);
  others.slice(pages.length - 1).forEach((answer, i) => {
    const name = chosen[i];
    if (name !== undefined) facets[name] = countsOf(name, answer);
  });
  return { candidates: found.map(toCandidate), total, isTotalCapped: total >= maxTotalHits, facets };
}

async function suggest(ctx: Ctx, client: MeilisearchClient, q: string, limit: number): Promise<Candidate[]> {
  const words = wordsOf(q);
  if (words === null) return [];
  const [answer] = await ask(ctx, client, [
    {
      indexUid: client.apps,
      q: words,
      matchingStrategy: 'all',
      attributesToSearchOn: ['name'],
      limit,
      attributesToRetrieve: [...candidateAttributes],
      showRankingScore: true,
    },
  ]);
  return (answer?.hits ?? []).map(toCandidate);
}

/** Asks everything in one call, and whether the index is whole: a server that lost it must not answer that nothing is there. */
async function ask(
  ctx: Ctx,
  { asking, apps, meta }: MeilisearchClient,
  queries: MultiSearchQuery[],
): Promise<MultiSearchResult<Found>[]> {
  const { results } = await asking.multiSearch<{ queries: MultiSearchQuery[] }, Found>({
    queries: [...queries, { indexUid: meta, q: '', limit: 1 }, { indexUid: apps, q: '', limit: 0 }],
  });
  const [states, everything] = results.slice(queries.length);
  if (!states?.hits.some(({ id }) => id === stateId)) throw new IndexIncomplete();
  if (everything?.estimatedTotalHits === 0 && (await hasApps(ctx))) throw new IndexIncomplete();
  return results.slice(0, queries.length);
}

async function hasApps({ db }: Ctx): Promise<boolean> {
  const [row] = await db.execute<{ has: boolean }>(sql`select exists (select from search_documents) as has`);
  return row?.has ?? false;
}

function bySort(sort: EngineQuery['sort']): (a: Found, b: Found) => number {
  const { field, direction } = sorts[sort];
  return (a, b) => {
    const [x, y] = [a[field], b[field]];
    if (typeof x !== 'number' || typeof y !== 'number') {
      // What has no price or no release is last, whichever way.
      if (typeof x === 'number') return -1;
      if (typeof y === 'number') return 1;
    } else if (x !== y) return direction === 'asc' ? x - y : y - x;
    return a.id < b.id ? -1 : 1;
  };
}

function countsOf(name: FacetName, { facetDistribution }: MultiSearchResult<Found>): Facets[FacetName] {
  const counts = facetDistribution?.[facetFields[name]] ?? {};
  if (name !== 'age') return counts;
  const upTo = (age: number) =>
    Object.entries(counts).reduce((sum, [rating, count]) => (Number(rating) <= age ? sum + count : sum), 0);
  return Object.fromEntries(ageSteps.map((age) => [age, upTo(age)]).filter(([, count]) => count !== 0));
}

function toCandidate(hit: Hit<Found>): Candidate {
  const { _rankingScore: score = 0, id, name, normalisedName, skeleton, organizationId, isVerified } = hit;
  const { category, releasedAt, averageRating, ratingCount, downloads, engagement } = hit;
  return {
    ...{ id, name, normalisedName, skeleton, organizationId, isVerified, category },
    ...{ releasedAt, averageRating, ratingCount, downloads, engagement, score },
  };
}

async function* versionsOf(client: MeilisearchClient): AsyncGenerator<{ id: string; version: string }> {
  if ((await readIndexState(client)) === null) throw new IndexIncomplete();
  const index = client.writing.index<Pick<IndexedApp, 'id' | 'version'>>(client.apps);
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await index.getDocuments({
      fields: ['id', 'version'],
      sort: ['id:asc'],
      offset,
      limit: pageSize,
    });
    yield* results;
    if (results.length < pageSize) return;
  }
}
