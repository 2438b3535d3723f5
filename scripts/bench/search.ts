import { sql } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { createRandom } from '@/lib/catalog/artwork/random';
import { type Ctx, systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import type { SearchEngine } from '@/lib/search/engine';
import { allQuery, parse } from '@/lib/search/postgres/query';
import { rerank, windowSize } from '@/lib/search/rules';
import { normalise, skeletonOf } from '@/lib/search/text';
import { openDatabase } from '../database';
import { explain } from '../environment';
import { percentile } from '../evaluate/measures';
import { importSource } from '../evaluate/catalogues';
import { withIndex } from '../evaluate/run';
import { migrate } from '../migrate';
import { say, step } from '../progress';
import { Refusal } from '../refusal';
import { printTable } from '../table';
import { withScratchDatabase } from './database';
import { generatedRow, writeGeneratedCatalogue } from './generated-catalogue';

// npm run bench:search -- [--apps 10000,100000] [--seconds N]: searches of every kind at 20 a second beside the engine's
// bare query in the same run, suggestions at 50 a second, and 200 searches at once. With MEILISEARCH_URL that engine too.
// A million apps (--apps 1000000) take some twenty minutes to load.

const searchesPerSecond = 20;
const suggestionsPerSecond = 50;
const atOnce = 200;

type Ask = (q: string) => Promise<unknown>;
type Times = { p50: number; p99: number; failed: number };

/** What people type: names whole, begun and mistyped, a word or two, words of descriptions, a letter. */
function queriesOf(apps: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const random = createRandom(`query:${i}`);
    const row = generatedRow(random.int(0, apps - 1)) as { name: string; subtitle: string };
    const words = row.name.split(' ');
    const typed = [
      row.name,
      row.name.slice(0, random.int(4, row.name.length)),
      words.slice(0, 2).join(' '),
      words[random.int(0, 2)] ?? '',
      mistyped(row.name, random.int(1, row.name.length - 2)),
      row.subtitle.split(' ').slice(1, 5).join(' '),
      `${words[1]} without connection`,
      row.name.slice(0, random.int(1, 3)),
    ];
    return normalise(typed[i % typed.length] ?? '');
  });
}

const mistyped = (name: string, at: number) => name.slice(0, at) + name.slice(at + 1);

/** Beginnings of names, each a letter longer than the one before. */
const typingOf = (apps: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const { name } = generatedRow(createRandom(`typing:${Math.floor(i / 8)}`).int(0, apps - 1)) as { name: string };
    return normalise(name.slice(0, (i % 8) + 1));
  });

/** Asks at their time, whether or not those before are answered; what is waited for counts from then. */
async function openLoop(queries: readonly string[], perSecond: number, ask: Ask): Promise<Times> {
  const times: number[] = [];
  let failed = 0;
  const running: Promise<void>[] = [];
  const started = performance.now();
  for (const [i, q] of queries.entries()) {
    const due = started + (i * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    running.push(
      ask(q).then(
        () => void times.push(performance.now() - due),
        () => {
          failed += 1;
        },
      ),
    );
  }
  await Promise.all(running);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed };
}

/** In milliseconds, the median: putting a whole window of alike names in order, without a database. */
function rerankMs(): number {
  const window = Array.from({ length: windowSize }, (_, i) => {
    const name = `Ledger ${(i * 7919).toString(36)}`;
    const text = { normalisedName: normalise(name), skeleton: skeletonOf(name), category: 'finance', score: i };
    const quality = { averageRating: 4, ratingCount: i, downloads: i * 10, engagement: 0.1, isVerified: false };
    return { id: String(i).padStart(6, '0'), organizationId: String(i), releasedAt: i, ...text, ...quality };
  });
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now();
    rerank(window, 'ledger', { ratingCount: 999, downloads: 999_999 });
    return performance.now() - started;
  });
  return percentile(times, 0.5);
}

/** No more than the index is asked: the documents that have the words, the best of them by the built-in rank. */
const bareOf =
  (ctx: Ctx): Ask =>
  (q) => {
    const { terms } = parse(q);
    const query = terms.length > 0 ? allQuery(terms) : "'~'";
    return ctx.db.execute(sql`
      select app_id, name from (select * from search_documents where words @@ ${query}::tsquery limit 1000) d
      order by ts_rank(words, ${query}::tsquery) desc limit 20`);
  };

const searchOf =
  (ctx: Ctx, engine: SearchEngine): Ask =>
  (q) =>
    engine.search(ctx, { q, sort: 'relevance', match: 'all', limit: 200, offset: 0 });

type Line = {
  engine: string;
  apps: number;
  search: Times;
  bare: Times | null;
  suggest: Times;
  all: number;
  failed: number;
};

async function measure(ctx: Ctx, engine: SearchEngine, apps: number, seconds: number): Promise<Line> {
  const search = searchOf(ctx, engine);
  const bare = engine.name === 'postgres' ? bareOf(ctx) : null;
  const queries = queriesOf(apps, searchesPerSecond * seconds);
  // Caches are those of a store that is at work.
  for (const q of queriesOf(apps, 100)) await Promise.all([search(q), bare?.(q)]);
  const ofSearch = await openLoop(queries, searchesPerSecond, search);
  const ofBare = bare && (await openLoop(queries, searchesPerSecond, bare));
  const suggest = await openLoop(typingOf(apps, suggestionsPerSecond * seconds), suggestionsPerSecond, (q) =>
    engine.suggest(ctx, q, 12),
  );
  const started = performance.now();
  const settled = await Promise.allSettled(queriesOf(apps, atOnce).map(search));
  return {
    engine: engine.name,
    apps,
    search: ofSearch,
    bare: ofBare,
    suggest,
    all: (performance.now() - started) / 1000,
    failed:
      settled.filter(({ status }) => status === 'rejected').length +
      [ofSearch, ofBare, suggest].reduce((sum, one) => sum + (one?.failed ?? 0), 0),
  };
}

async function benchOf(apps: number, seconds: number): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'pomona-bench-'));
  try {
    return await withScratchDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const db = connect(url, { max: env().DATABASE_POOL });
      const ctx = systemContext('bench:search', { db });
      try {
        await step(`Loading ${apps} apps`, async () => {
          await migrate(url);
          const file = join(dir, 'generated.ndjson.gz');
          await writeGeneratedCatalogue(file, apps);
          await importSource(ctx, url, 'pomona', new Set([file]));
        });
        const names: SearchEngine['name'][] = env().MEILISEARCH_URL ? ['postgres', 'meilisearch'] : ['postgres'];
        const lines: Line[] = [];
        for (const name of names) {
          const started = performance.now();
          await withIndex(ctx, name, async (engine) => {
            say(`${apps} apps are in ${name} after ${((performance.now() - started) / 1000).toFixed(0)} s.`);
            lines.push(await step(`Asking ${name}`, () => measure(ctx, engine, apps, seconds)));
          });
        }
        return lines;
      } finally {
        await db.close();
        await closeDb();
      }
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function show(lines: readonly Line[]): void {
  const heads = ['engine', 'apps', 'p50 ms', 'p99 ms', 'bare p50', 'bare p99', 'ratio p50'];
  printTable(
    [...heads, 'suggest p50', 'suggest p99', `${atOnce} at once, s`, 'failed'],
    lines.map(({ engine, apps, search, bare, suggest, all, failed }) => [
      ...[engine, apps, search.p50, search.p99],
      ...(bare ? [bare.p50, bare.p99, search.p50 / bare.p50] : ['', '', '']),
      ...[suggest.p50, suggest.p99, all, failed],
    ]),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { apps: { type: 'string' }, seconds: { type: 'string' } } });
  const sizes = (values.apps ?? '10000,100000').split(',').map(Number);
  const seconds = Number(values.seconds ?? 20);
  if (![...sizes, seconds].every((n) => Number.isInteger(n) && n > 0)) {
    throw new Refusal('Usage: npm run bench:search -- [--apps 10000,100000] [--seconds N]');
  }
  // One server for all the databases.
  const server = await openDatabase();
  const url = process.env.DATABASE_URL;
  const lines: Line[] = [];
  try {
    for (const apps of sizes) {
      lines.push(...(await benchOf(apps, seconds)));
      process.env.DATABASE_URL = url;
    }
  } finally {
    await server.close();
  }
  process.stdout.write(
    `\nSearches at ${searchesPerSecond}/s, then the bare query as often; suggestions at ${suggestionsPerSecond}/s; open loop, ${seconds} s each\n\n`,
  );
  show(lines);
  process.stdout.write(`\nRe-ranking ${windowSize} candidates: ${rerankMs().toFixed(2)} ms\n`);
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
