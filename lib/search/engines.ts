import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from 'cockatiel';
import type { Ctx } from '@/lib/context';
import { env } from '@/lib/env';
import { type Logger, logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import type { SearchEngine } from './engine';
import { meilisearchOptions } from './meilisearch/client';
import { meilisearchEngine } from './meilisearch/engine';
import { postgresEngine } from './postgres/engine';

const breakerName = 'meilisearch';

const gaugeValue: Record<CircuitState, number> = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 0.5,
  [CircuitState.Open]: 1,
  [CircuitState.Isolated]: 1,
};

export type Engines = { primary: SearchEngine; fallback: SearchEngine | null };

type Options = Engines & { slowMs?: number; halfOpenAfterMs?: number; log: Logger };

type Guarded = Engines & { breaker: CircuitBreakerPolicy; slowMs: number; log: Logger };

/** What the engine said in time, or the answer that is still to come. */
type Outcome<T> = { isLate: false; answer: T } | { isLate: true; answer: Promise<T> };

const store = globalThis as typeof globalThis & { pomonaSearchEngines?: Guarded };

function guard({ primary, fallback, slowMs = 300, halfOpenAfterMs = 30_000, log }: Options): Guarded {
  const breaker = circuitBreaker(
    handleAll.orWhenResult((outcome) => (outcome as Outcome<unknown>).isLate),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(3) },
  );
  if (fallback !== null) {
    const gauge = metrics.circuitBreakerState;
    gauge.set({ name: breakerName }, 0);
    breaker.onStateChange((state) => gauge.set({ name: breakerName }, gaugeValue[state]));
    breaker.onBreak(() => log.error({ engine: primary.name }, 'the search engine does not answer; Postgres does'));
    breaker.onReset(() => log.info({ engine: primary.name }, 'the search engine answers again'));
  }
  return { primary, fallback, breaker, slowMs, log };
}

function current(): Guarded {
  // On globalThis: the server and Next's bundle hold two copies of this module.
  store.pomonaSearchEngines ??= guard({ ...configured(), log: logger() });
  return store.pomonaSearchEngines;
}

function configured(): Engines {
  const options = meilisearchOptions(env());
  return options === null
    ? { primary: postgresEngine, fallback: null }
    : { primary: meilisearchEngine(options), fallback: postgresEngine };
}

/** The engines of this process. Without MEILISEARCH_URL Postgres is the only one. */
export function engines(): Engines {
  const { primary, fallback } = current();
  return { primary, fallback };
}

/** Other ones from now on; null: what the environment says. */
export function setEngines(options: Options | null): void {
  if (options === null) delete store.pomonaSearchEngines;
  else store.pomonaSearchEngines = guard(options);
}

/**
 * Does something with the engine that works: the primary, and the fallback where that one fails, takes longer than 300 ms
 * (whichever answers first then) or has failed 3 times in a row, for the next 30 s. `work` only asks the engine: it may be
 * done with both.
 */
export async function withEngine<T>(
  ctx: Ctx,
  work: (engine: SearchEngine) => Promise<T>,
): Promise<{ answer: T; engine: SearchEngine['name']; degraded: boolean }> {
  const { primary, fallback, breaker, slowMs } = current();
  if (fallback === null) return { answer: await work(primary), engine: primary.name, degraded: false };

  const instead = async () => ({ answer: await work(fallback), engine: fallback.name, degraded: true });
  // While one call tries whether it answers again, others would be made to wait for it.
  if (breaker.state === CircuitState.HalfOpen) return instead();

  let outcome: Outcome<T>;
  try {
    outcome = await breaker.execute(() => inTime(work(primary), slowMs));
  } catch (error) {
    if (!(error instanceof BrokenCircuitError)) ctx.log.warn({ err: error, engine: primary.name }, 'a search failed');
    return instead();
  }
  if (!outcome.isLate) return { answer: outcome.answer, engine: primary.name, degraded: false };
  const late = outcome.answer.then((answer) => ({ answer, engine: primary.name, degraded: false }));
  const other = instead();
  try {
    return await Promise.any([late, other]);
  } catch {
    return other;
  }
}

async function inTime<T>(asked: Promise<T>, ms: number): Promise<Outcome<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<Outcome<T>>((resolve) => {
    timer = setTimeout(() => resolve({ isLate: true, answer: asked }), ms);
  });
  try {
    return await Promise.race([asked.then((answer) => ({ isLate: false as const, answer })), slow]);
  } finally {
    clearTimeout(timer);
  }
}
