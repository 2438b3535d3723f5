import type { Ctx } from '@/lib/context';
import type { SearchQuery } from './schema';

export type EngineQuery = Omit<SearchQuery, 'limit' | 'cursor' | 'q' | 'sort'> & {
  /** Normalised; empty: everything that passes the filters. */
  q: string;
  sort: NonNullable<SearchQuery['sort']>;
  country: string;
  limit: number;
  offset: number;
};

export type EngineAnswer = { ids: string[]; total: number; categories: Record<string, number> };

/** What answers searches: the same contract for every engine. Only listed apps are found. */
export type SearchEngine = {
  name: string;
  search(ctx: Ctx, query: EngineQuery): Promise<EngineAnswer>;
  /** Ids of at most `limit` apps for a name that is being typed. */
  suggest(ctx: Ctx, q: string, limit: number): Promise<string[]>;
};

/** Lower case, NFKC, single spaces. */
export const normalise = (text: string) => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
