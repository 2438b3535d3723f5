import { byGroup, type Judged, percentile } from './evaluate/measures';
import { readOptions } from './evaluate/options';
import { readQueries } from './evaluate/queries';
import { readSources } from './evaluate/catalogues';
import { runSource } from './evaluate/run';
import { openDatabase } from './database';
import { explain } from './environment';
import { say } from './progress';
import { Refusal } from './refusal';
import { tableOf } from './table';

// npm run -s search:evaluate -- --catalogue FILE… --queries FILE [--engine postgres|meilisearch] [--json]: how well the search
// finds what it should, one source at a time, each in a database of its own that goes when it is done.

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const queries = await readQueries(options.queries);
  const sources = await readSources(options.catalogues);
  const judged: Judged[] = [];
  const latencies: number[] = [];
  // One server for all the databases.
  const server = await openDatabase();
  try {
    for (const [name, paths] of sources) {
      const own = queries.filter(({ source }) => source === name || source === undefined);
      if (own.length === 0) continue;
      const run = await runSource({ name, paths, queries: own }, options.engine);
      judged.push(...run.judged);
      latencies.push(...run.latenciesMs);
    }
  } finally {
    await server.close();
  }
  if (judged.length === 0) throw new Refusal('No query is of a source that the catalogues have.');
  if (judged.length < queries.length) {
    say(`${queries.length - judged.length} queries were not asked: no catalogue is of their source.`);
  }
  const round = (ms: number) => Math.round(ms * 100) / 100;
  const report = {
    engine: options.engine,
    kinds: byGroup(judged, 'kind'),
    sources: byGroup(judged, 'source'),
    latencyMs: { p50: round(percentile(latencies, 0.5)), p99: round(percentile(latencies, 0.99)) },
  };
  if (options.isJson) process.stdout.write(`${JSON.stringify(report)}\n`);
  else show(report);
}

type Report = {
  engine: string;
  kinds: ReturnType<typeof byGroup>;
  sources: ReturnType<typeof byGroup>;
  latencyMs: { p50: number; p99: number };
};

function show({ engine, kinds, sources, latencyMs }: Report): void {
  const heads = ['queries', 'MRR@10', 'nDCG@10', 'recall@10'];
  for (const [title, groups] of [
    ['kind', kinds],
    ['source', sources],
  ] as const) {
    const rows = Object.entries(groups).map(([name, { n, mrr10, ndcg10, recall10 }]) => [
      name,
      n,
      ...[mrr10, ndcg10, recall10].map((value) => value.toFixed(3)),
    ]);
    process.stdout.write(`${tableOf([title, ...heads], rows)}\n\n`);
  }
  process.stdout.write(`${engine}: p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms\n`);
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
