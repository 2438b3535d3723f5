import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listCardsInOrder } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { metrics } from '@/lib/metrics';
import { getSettings } from '@/lib/settings';
import type { Candidate, EngineAnswer, EngineQuery, SearchEngine } from './engine';
import { withEngine } from './engines';
import { listLookAlikes } from './look-alikes';
import { readMaxima } from './maxima';
import { recordSearch } from './popular-queries';
import { type Maxima, rerank, windowSize } from './rules';
import type { SearchQuery, SearchResults } from './schema';
import { normalise } from './text';

/** Raised when the same query means another order: cursors of before are stale. */
const orderVersion = 1;

const fewHits = 5;
const partialLimit = 10;
const maxLetters = 200;

type Found = { page: Candidate[]; hasMore: boolean; partial: Candidate[]; answer: EngineAnswer };

/** The client's address, where the search is a person's: only counted, lib/search/popular-queries.ts. */
type Asked = SearchQuery & { country: string; address?: string };

/**
 * Apps for words and filters, a page at a time: of the first 200 the better ones first, then in the engine's order. A
 * first page of few hits has partial matches beside it. Throws 400 `stale_cursor` when the cursor is of another search.
 */
export async function searchApps(ctx: Ctx, asked: Asked): Promise<SearchResults> {
  const { q: typed, limit, cursor, sort: askedSort, country, address, ...filters } = asked;
  const q = [...normalise(typed)].slice(0, maxLetters).join('').trim();
  const sort = q ? (askedSort ?? 'relevance') : askedSort === 'relevance' ? 'popular' : (askedSort ?? 'popular');
  const [maxima, settings] = await Promise.all([readMaxima(ctx), getSettings(ctx)]);
  const hash = hashOf([q, sort, country, filters]);
  // Documents have the prices of the default storefront.
  const version = hashOf([orderVersion, settings.defaultCountry]);
  const offset = cursor ? offsetOf(cursor, hash, version) : 0;
  const hasFilters = Object.values(filters).some((value) => value !== undefined);

  const end = metrics.searchLatency.startTimer({ has_filters: String(hasFilters) });
  const query = { ...filters, q, sort };
  const found = await withEngine(ctx, async (engine) => {
    const answer = await findApps(ctx, engine, query, { offset, limit }, maxima);
    if (answer.answer.total > 0 || hasWords(q)) return answer;
    return findApps(ctx, engine, withoutWords(query), { offset, limit }, maxima);
  });
  end({ engine: found.engine });

  const { page, hasMore, partial, answer } = found.answer;
  const cards = await listCardsInOrder(
    ctx,
    [...page, ...partial].map(({ id }) => id),
    country,
  );
  // What was taken down a moment ago may still be in the index.
  const listed = cards.filter((card) => card.isListed);
  const partialIds = new Set(partial.map(({ id }) => id));
  if (offset === 0 && sort === 'relevance' && !hasFilters && hasWords(q))
    recordSearch(ctx, { q, address, found: answer.total });
  return {
    items: listed.filter(({ id }) => !partialIds.has(id)),
    partial: listed.filter(({ id }) => partialIds.has(id)),
    facets: answer.facets,
    total: answer.total,
    isTotalCapped: answer.isTotalCapped,
    engine: found.engine,
    degraded: found.degraded,
    nextCursor: hasMore ? encodeCursor('search', [hash, version, offset + limit]) : null,
  };
}

type Words = Omit<EngineQuery, 'match' | 'limit' | 'offset'>;

export async function findApps(
  ctx: Ctx,
  engine: SearchEngine,
  words: Words,
  { offset, limit }: { offset: number; limit: number },
  maxima: Maxima,
): Promise<Found> {
  // One more than the page, to know whether there is another. A page that ends beyond the window begins with its rest.
  const isRanked = words.sort === 'relevance' && offset < windowSize;
  const first = isRanked ? 0 : offset;
  const wanted = offset + limit + 1 - first;
  const found = await engine.search(ctx, {
    ...words,
    match: 'all',
    offset: first,
    limit: isRanked ? Math.max(windowSize, wanted) : wanted,
  });
  const answer = isRanked ? await withLookAlikes(ctx, engine, words, found) : found;
  const ordered = isRanked ? rankWindow(answer.candidates, words.q, maxima) : answer.candidates;
  const page = ordered.slice(offset - first, offset - first + limit);
  const isSparse = offset === 0 && answer.total < fewHits && mayMatchInPart(words.q);
  const partial = isSparse ? await findPartial(ctx, engine, words, answer, maxima) : [];
  return { page, hasMore: ordered.length >= wanted, partial, answer };
}

/** Adds what an app of that very name looks like, where the filters let it pass. */
async function withLookAlikes(
  ctx: Ctx,
  engine: SearchEngine,
  words: Words,
  answer: EngineAnswer,
): Promise<EngineAnswer> {
  const { candidates } = answer;
  if (candidates.length >= windowSize) return answer;
  const best = Math.max(...candidates.map(({ score }) => score));
  const known = new Set(candidates.map(({ id }) => id));
  const more: Candidate[] = [];
  for (const q of await listLookAlikes(ctx, words.q, candidates)) {
    const others = await engine.search(ctx, { ...words, q, match: 'all', offset: 0, limit: 5 });
    const [other] = others.candidates.filter(({ id, normalisedName }) => normalisedName === q && !known.has(id));
    if (other) more.push({ ...other, score: best });
  }
  return { ...answer, candidates: [...candidates, ...more], total: answer.total + more.length };
}

/** Matches of some of the words that are no matches of all. */
async function findPartial(
  ctx: Ctx,
  engine: SearchEngine,
  words: Words,
  all: EngineAnswer,
  maxima: Maxima,
): Promise<Candidate[]> {
  const any = await engine.search(ctx, { ...words, match: 'any', offset: 0, limit: windowSize });
  const known = new Set(all.candidates.map(({ id }) => id));
  const rest = any.candidates.filter(({ id }) => !known.has(id));
  const ordered = words.sort === 'relevance' ? rankWindow(rest, words.q, maxima) : rest;
  return ordered.slice(0, partialLimit);
}

const rankWindow = (candidates: readonly Candidate[], q: string, maxima: Maxima): Candidate[] => [
  ...rerank(candidates.slice(0, windowSize), q, maxima),
  ...candidates.slice(windowSize),
];

/** More than one word, or a script that writes them without spaces. */
const mayMatchInPart = (q: string) =>
  q.includes(' ') ||
  (q.length > 2 && /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u.test(q));

/** Punctuation may be a name; where it is none, nothing was typed. */
const hasWords = (q: string) => /[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(q);

const withoutWords = (query: Words): Words => ({
  ...query,
  q: '',
  sort: query.sort === 'relevance' ? 'popular' : query.sort,
});

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

function offsetOf(cursor: string, hash: string, version: string): number {
  const shape = [z.string(), z.string(), z.number().int().min(0).max(1_000_000)] as const;
  const [ofQuery, ofVersion, offset] = decodeCursor('search', cursor, shape);
  if (ofQuery !== hash || ofVersion !== version) {
    throw new AppError('invalid', 'stale_cursor', { detail: 'This cursor belongs to another search.' });
  }
  return offset;
}
