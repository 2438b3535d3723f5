import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import { reindex } from '@/lib/search/reindex';
import { openDatabase } from './database';
import { loadDemoIfEmpty } from './demo';
import { explain } from './environment';
import { migrate } from './migrate';
import { say, step } from './progress';
import { Refusal } from './refusal';

const width = 24;

const nameOf = { postgres: 'Postgres', meilisearch: 'Meilisearch' };

function bar(done: number, total: number): string {
  const filled = total === 0 ? width : Math.min(width, Math.round((done / total) * width));
  const counted = `${done.toLocaleString('en')} of ${Math.max(done, total).toLocaleString('en')} apps`;
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}] ${counted}`;
}

async function main(): Promise<void> {
  if (process.argv.length > 2) throw new Refusal('Usage: npm run search:reindex');
  const { url, dataDir, close } = await openDatabase();
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopping.abort(new Refusal('Stopped. Searches find what they found before.')));
  }
  try {
    await migrate(url);
    if (env().POMONA_DEMO) await loadDemoIfEmpty(url, dataDir);
    const apps = await step('Indexing', (progress) =>
      reindex(systemContext('search-reindex'), {
        signal: stopping.signal,
        onProgress: (engine, done, total) => progress(`${nameOf[engine]} ${bar(done, total)}`),
      }),
    );
    say(`${apps.toLocaleString('en')} ${apps === 1 ? 'app' : 'apps'} can be found.`);
  } finally {
    await closeDb();
    await close();
  }
}

/** One sentence about what Meilisearch did not do. */
function explainMeilisearch(error: unknown): string | null {
  if (error instanceof MeilisearchApiError) return `Meilisearch refuses: ${error.message}`;
  if (error instanceof MeilisearchRequestError) return 'Meilisearch in MEILISEARCH_URL cannot be reached.';
  return null;
}

main().catch((error: unknown) => {
  say(explainMeilisearch(error) ?? explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
