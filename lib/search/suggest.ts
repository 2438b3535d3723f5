import { listCardsInOrder } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import { withEngine } from './engines';
import { readMaxima } from './maxima';
import { listQueriesFrom } from './popular-queries';
import { rerank } from './rules';
import type { Suggestions } from './schema';
import { normalise } from './text';

const appLimit = 3;
const queryLimit = 5;
/** So many that an imitator comes with what it imitates. */
const candidateLimit = 12;

/** At most 3 apps whose name is being typed, and 5 queries that begin so and that many people made. */
export async function suggest(ctx: Ctx, typed: string, country: string): Promise<Suggestions> {
  const q = normalise(typed);
  if (q === '') return { apps: [], queries: [] };
  const [maxima, found, queries] = await Promise.all([
    readMaxima(ctx),
    withEngine(ctx, (engine) => engine.suggest(ctx, q, candidateLimit)),
    listQueriesFrom(ctx, q, queryLimit + appLimit),
  ]);
  const best = rerank(found.answer, q, maxima).slice(0, appLimit);
  const cards = await listCardsInOrder(
    ctx,
    best.map(({ id }) => id),
    country,
  );
  const names = new Set(best.map(({ normalisedName }) => normalisedName));
  return {
    apps: cards
      .filter(({ isListed }) => isListed)
      .map(({ id, slug, name, subtitle, developer, iconUrl, color, rating }) => ({
        id,
        slug,
        name,
        subtitle,
        developer,
        iconUrl,
        color,
        rating,
      })),
    queries: queries.filter((query) => !names.has(query)).slice(0, queryLimit),
  };
}
