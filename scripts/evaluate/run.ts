import { connect } from '@/db/client';
import { type Ctx, systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import { buildDocuments, listedIdsAfter } from '@/lib/search/documents';
import type { SearchEngine } from '@/lib/search/engine';
import { readMaxima, refreshMaxima } from '@/lib/search/maxima';
import { done, meilisearchOptions, openMeilisearch } from '@/lib/search/meilisearch/client';
import { meilisearchEngine } from '@/lib/search/meilisearch/engine';
import { rebuildIndex } from '@/lib/search/meilisearch/rebuild';
import { postgresEngine } from '@/lib/search/postgres/engine';
import { refreshTerms } from '@/lib/search/postgres/terms';
import { findApps } from '@/lib/search/search-apps';
import { normalise } from '@/lib/search/text';
import { withScratchDatabase } from '../bench/database';
import { migrate } from '../migrate';
import { step } from '../progress';
import { Refusal } from '../refusal';
import { importSource } from './catalogues';
import type { Judged } from './measures';
import type { Query } from './queries';

export type Run = { judged: Judged[]; latenciesMs: number[] };

export type Source = { name: string; paths: ReadonlySet<string>; queries: readonly Query[] };

/** Makes documents of all listed apps in Postgres. */
async function indexAll(ctx: Ctx): Promise<void> {
  const maxima = await readMaxima(ctx);
  for (let last: string | null = null; ; ) {
    const ids: string[] = await listedIdsAfter(ctx, last, 1_000);
    if (ids.length === 0) break;
    await postgresEngine.put(ctx, await buildDocuments(ctx, maxima, ids));
    last = ids.at(-1) ?? null;
  }
  await refreshTerms(ctx);
  // What a store's autovacuum does in time.
  await ctx.db.execute('vacuum analyze search_documents, search_terms');
}

/** Loads a source into a database of its own and asks its queries, one after another. Nothing of it is left. */
export async function runSource(source: Source, engine: SearchEngine['name']): Promise<Run> {
  return withScratchDatabase(async (url) => {
    const before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = url;
    const db = connect(url, { max: 2 });
    const ctx = systemContext('search:evaluate', { db });
    try {
      const bundleIds = await step(`Loading ${source.name}`, async () => {
        await migrate(url);
        return importSource(ctx, url, source.name, source.paths);
      });
      return await withIndex(ctx, engine, (ready) =>
        step(`Asking ${source.queries.length} queries`, () => ask(ctx, ready, source, bundleIds)),
      );
    } finally {
      await db.close();
      await closeDb();
      process.env.DATABASE_URL = before;
    }
  });
}

/** Works with an engine that knows all listed apps. In Meilisearch it has indexes of its own, which go with it. */
export async function withIndex<T>(
  ctx: Ctx,
  name: SearchEngine['name'],
  work: (engine: SearchEngine) => Promise<T>,
): Promise<T> {
  await refreshMaxima(ctx);
  if (name === 'postgres') {
    await step('Indexing', () => indexAll(ctx));
    return work(postgresEngine);
  }
  const configured = meilisearchOptions(env());
  if (configured === null) throw new Refusal('--engine meilisearch needs MEILISEARCH_URL.');
  const options = { ...configured, indexPrefix: `evaluate_${process.pid}_${Date.now()}_`, searchTimeoutMs: 30_000 };
  const client = openMeilisearch(options);
  try {
    await step('Indexing', (progress) =>
      rebuildIndex(ctx, client, { signal: new AbortController().signal, progress: (done) => progress(`${done} apps`) }),
    );
    return await work(meilisearchEngine(options));
  } finally {
    const { results } = await client.writing.getIndexes({ limit: 1_000 });
    for (const { uid } of results.filter((index) => index.uid.startsWith(options.indexPrefix))) {
      await done(client, client.writing.deleteIndex(uid));
    }
  }
}

async function ask(
  ctx: Ctx,
  engine: SearchEngine,
  { name, queries }: Source,
  bundleIds: ReadonlyMap<string, string>,
): Promise<Run> {
  const apps = await ctx.db.execute<{ id: string; bundle_id: string }>('select id, bundle_id from apps');
  const idByBundle = new Map(apps.map(({ id, bundle_id }) => [bundle_id, id]));
  const maxima = await readMaxima(ctx);
  const run: Run = { judged: [], latenciesMs: [] };
  for (const { query, kind, source, grades } of queries) {
    // Where a query does not say of which source it is, it is of those that have what it should find.
    if (source === undefined && ![...grades.keys()].some((id) => bundleIds.has(id))) continue;
    const gradeOf = new Map<string, number>();
    for (const [id, grade] of grades) {
      // An app that the catalogue does not have counts as one that was not found.
      gradeOf.set(idByBundle.get(bundleIds.get(id) ?? '') ?? id, grade);
    }
    const q = [...normalise(query)].slice(0, 200).join('').trim();
    const started = performance.now();
    const { page, partial } = await findApps(ctx, engine, { q, sort: 'relevance' }, { offset: 0, limit: 10 }, maxima);
    run.latenciesMs.push(performance.now() - started);
    const ranked = [...page, ...partial].map(({ id }) => gradeOf.get(id) ?? 0);
    run.judged.push({ kind, source: name, ranked, grades: [...gradeOf.values()] });
  }
  return run;
}
