import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listCardsInOrder } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { metrics } from '@/lib/metrics';
import { normalise } from './engine';
import { postgresEngine } from './postgres-engine';
import type { SearchQuery, SearchResults, Suggestions } from './schema';

const engine = postgresEngine;

/** Apps for a query and filters, a page at a time. Throws 400 `stale_cursor` when the cursor is of another query. */
export async function searchApps(ctx: Ctx, query: SearchQuery & { country: string }): Promise<SearchResults> {
  const { q: typed, limit, cursor, sort: asked, country, ...filters } = query;
  const q = normalise(typed);
  const sort = asked ?? (q ? 'relevance' : 'popular');
  const hash = createHash('sha256')
    .update(JSON.stringify([q, sort, country, filters]))
    .digest('base64url')
    .slice(0, 16);
  const offset = cursor ? offsetOf(cursor, hash) : 0;
  const hasFilters = Object.values(filters).some((value) => value !== undefined);
  const end = metrics.searchLatency.startTimer({ has_filters: String(hasFilters), engine: engine.name });
  const answer = await engine.search(ctx, { ...filters, q, sort, country, limit, offset });
  end();
  const items = await listCardsInOrder(ctx, answer.ids, country);
  const next = offset + answer.ids.length;
  return {
    items,
    partial: [],
    facets: { category: answer.categories },
    total: answer.total,
    engine: engine.name,
    degraded: false,
    nextCursor: answer.ids.length === limit && next < answer.total ? encodeCursor('search', [hash, next]) : null,
  };
}

function offsetOf(cursor: string, hash: string): number {
  const [of, offset] = decodeCursor('search', cursor, [z.string(), z.number().int().min(0).max(1_000_000)]);
  if (of !== hash) throw new AppError('invalid', 'stale_cursor', { detail: 'This cursor belongs to another search.' });
  return offset;
}

/** At most 3 apps whose name is being typed. */
export async function suggest(ctx: Ctx, typed: string, country: string): Promise<Suggestions> {
  const apps = await listCardsInOrder(ctx, await engine.suggest(ctx, normalise(typed), 3), country);
  return {
    apps: apps.map(({ id, slug, name, subtitle, iconUrl, color, rating }) => ({
      id,
      slug,
      name,
      subtitle,
      iconUrl,
      color,
      rating,
    })),
    queries: [],
  };
}
