import type { Ctx } from '@/lib/context';
import { env } from '@/lib/env';
import type { Job } from '@/lib/events/schedule/job';
import { makeDue } from '@/lib/events/schedule/make-due';
import { catchUp } from './catch-up';
import { companionJobs } from './companions';
import type { SearchEngine } from './engine';
import { refreshMaxima } from './maxima';
import { meilisearchOptions, openMeilisearch } from './meilisearch/client';
import { keepIndex } from './meilisearch/keep-index';
import { otherEngine } from './other-engine';
import { popularQueryJobs } from './popular-queries';
import { postgresEngine } from './postgres/engine';
import { refreshTerms } from './postgres/terms';

import { reconcile } from './reconcile';
import type { Maxima } from './rules';
import { isBehind } from './stale-documents';

/** Of a quality of 0..1: less is left to the night. */
const noticeable = 0.005;

type FindEngine = () => SearchEngine | null;

/** How much of its quality an app may lose or win because the greatest of the catalogue are others now. */
export function shiftOf(before: Maxima, now: Maxima): number {
  const part = (one: number, other: number) =>
    one === other ? 0 : 1 - Math.log1p(Math.min(one, other)) / Math.log1p(Math.max(one, other));
  return 0.2 * part(before.ratingCount, now.ratingCount) + 0.3 * part(before.downloads, now.downloads);
}

const refresh = (find: FindEngine): Job => ({
  name: 'search.refresh',
  purpose: 'Brings ratings, downloads, usage and prices in the search index up to date, and apps that it lacks',
  cron: '20 * * * *',
  isSlow: true,
  async run(ctx, signal) {
    const { before, now } = await refreshMaxima(ctx);
    const { looked, written } = await catchUp(ctx, find(), { signal });
    if (signal.aborted) throw new Error(`stopped after ${looked} apps`);
    const isShifted = before !== null && shiftOf(before, now) > noticeable;
    if (isShifted) await reconcileAll(ctx, find, signal);
    await refreshTerms(ctx);
    return `${written} of ${looked} apps indexed anew${isShifted ? '; the quality of all was measured anew' : ''}`;
  },
});

const reconcileNightly = (find: FindEngine): Job => ({
  name: 'search.reconcile',
  purpose: 'Compares the search index with the catalogue, app by app, and mends what differs',
  cron: '50 2 * * *',
  isSlow: true,
  run: (ctx, signal) => reconcileAll(ctx, find, signal),
});

async function reconcileAll(ctx: Ctx, find: FindEngine, signal: AbortSignal): Promise<string> {
  const other = find();
  const results: string[] = [];
  for (const engine of other ? [postgresEngine, other] : [postgresEngine]) {
    const { documents, missing, extra, different } = await reconcile(ctx, engine, signal);
    results.push(`${engine.name}: ${documents} documents, ${missing} missing, ${extra} extra, ${different} different`);
  }
  return results.join('; ');
}

/** A first start, or an import that was interrupted: what fills the index need not wait for its hour. */
const watch: Job = {
  name: 'search.watch',
  purpose: 'Has the search index filled where apps are missing',
  cron: '* * * * *',
  async run(ctx) {
    if (!(await isBehind(ctx))) return 'nothing is missing';
    await makeDue(ctx, 'search.refresh');
    return 'apps are missing; they are being indexed';
  },
};

const keepMeilisearch: Job = {
  name: 'search.keep_index',
  purpose: 'Gives Meilisearch its settings, and all apps where it has none',
  cron: '* * * * *',
  isSlow: true,
  async run(ctx, signal) {
    const options = meilisearchOptions(env());
    return options ? keepIndex(ctx, openMeilisearch(options), signal) : 'Meilisearch is not configured';
  },
};

/** Search's part of the schedule; `find` gives the engine beside Postgres. */
export const searchJobsWith = (find: FindEngine): Job[] => [
  refresh(find),
  reconcileNightly(find),
  watch,
  keepMeilisearch,
  ...companionJobs,
  ...popularQueryJobs,
];

export const searchJobs = searchJobsWith(otherEngine);
