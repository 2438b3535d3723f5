import type { Ctx } from '@/lib/context';
import type { SearchDocument } from './documents';
import type { Facets, SearchQuery } from './schema';

/** What is searched for: words and filters; prices are of the default storefront. */
export type EngineQuery = Omit<SearchQuery, 'limit' | 'cursor' | 'q' | 'sort' | 'country'> & {
  /** As lib/search/text.ts normalises it; empty: everything that passes the filters, by popularity. */
  q: string;
  sort: NonNullable<SearchQuery['sort']>;
  /** `all`: every word is there, the last one perhaps begun. `any`: words may be missing, the last ones first. */
  match: 'all' | 'any';
  limit: number;
  offset: number;
};

/** A found app, with what re-ranking looks at. */
export type Candidate = Pick<
  SearchDocument,
  | 'id'
  | 'name'
  | 'normalisedName'
  | 'skeleton'
  | 'organizationId'
  | 'isVerified'
  | 'category'
  | 'releasedAt'
  | 'averageRating'
  | 'ratingCount'
  | 'downloads'
  | 'engagement'
> & {
  /** The engine's own, greater is better; comparable within one answer only. */
  score: number;
};

export type EngineAnswer = {
  /** In the engine's order. */
  candidates: Candidate[];
  total: number;
  isTotalCapped: boolean;
  facets: Facets;
};

/** What answers searches: the same contract for every engine (tests/search-engine-contract.ts). */
export type SearchEngine = {
  name: 'meilisearch' | 'postgres';
  search(ctx: Ctx, query: EngineQuery): Promise<EngineAnswer>;
  /** At most `limit` apps for a name that is being typed, the best first. */
  suggest(ctx: Ctx, q: string, limit: number): Promise<Candidate[]>;
  /** Writes documents, in place of those with the same ids; resolves when searches find them. */
  put(ctx: Ctx, documents: readonly SearchDocument[]): Promise<void>;
  /** Resolves when searches no longer find them. */
  remove(ctx: Ctx, ids: readonly string[]): Promise<void>;
  /** Every id with the version of its document, in the order of ids; for reconciling. */
  versions(ctx: Ctx): AsyncIterable<{ id: string; version: string }>;
};
