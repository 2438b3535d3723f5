import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type SQL, sql } from 'drizzle-orm';
import { connect, type Db } from '@/db/client';
import { type Ctx, inTransaction, systemContext } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { gatherCoordination } from '@/lib/integrity/gather-coordination';
import { gatherFacts } from '@/lib/integrity/gather-facts';
import { countSameText, highestSimilarity, type ScoredReview } from '@/lib/integrity/similar-texts';
import { explain } from '../environment';
import { percentile } from '../evaluate/measures';
import { migrate } from '../migrate';
import { say, step } from '../progress';
import { Refusal } from '../refusal';
import { printTable } from '../table';
import { withScratchDatabase } from './database';
import { generateReviews } from './generated-reviews';

// npm run bench:integrity -- [--reviews 1000000] [--apps 10000]: what scoring asks of a database with a million reviews, each
// query explained, and reviews a second from `review.created` to the decision, by one worker process.

const sampleSize = 200;
const drained = 2_000;
const openLoop = { perSecond: 10, seconds: 20 };
const large = new Set(['reviews', 'review_revisions', 'review_fingerprints', 'users']);

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };
type Explained = { Plan: Plan; 'Planning Time': number; 'Execution Time': number };
type Times = { inDatabase: number[]; whole: number[]; scanned: Set<string> };

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The same database, where every query is explained as it runs; tells what it took and which large tables were scanned. */
function explaining(db: Db, times: { ms: number; scanned: Set<string> }): Db {
  const execute = async (query: SQL) => {
    const [row] = await db.execute<{ 'QUERY PLAN': Explained[] }>(
      sql`explain (analyze, buffers, format json) ${query}`,
    );
    const explained = row?.['QUERY PLAN'][0];
    if (!explained) throw new Error('a plan was expected');
    times.ms += explained['Planning Time'] + explained['Execution Time'];
    for (const node of nodesOf(explained.Plan)) {
      const table = node['Relation Name'];
      if (node['Node Type'] === 'Seq Scan' && table && large.has(table)) times.scanned.add(table);
    }
    return db.execute(query);
  };
  return { execute } as unknown as Db;
}

const queries: Record<string, (ctx: Ctx, review: ScoredReview) => Promise<unknown>> = {
  similarity: (ctx, review) => highestSimilarity(ctx, review),
  'same text': (ctx, review) => countSameText(ctx, review),
  coordination: (ctx, review) => gatherCoordination(ctx, review),
  'all facts of version 1': (ctx, review) => gatherFacts(ctx, review),
};

async function sample(ctx: Ctx, condition: SQL, order: SQL): Promise<ScoredReview[]> {
  type Row = { id: string; app_id: string; user_id: string; body: string; at: string };
  const rows = await ctx.db.execute<Row>(sql`
    select id, app_id, user_id, body, to_json(created_at) #>> '{}' as at from reviews
    where ${condition} and body <> '' order by ${order} limit ${sampleSize}`);
  return rows.map(({ app_id: appId, user_id: userId, ...row }) => ({
    ...row,
    appId,
    userId,
    revision: 1,
    isPaid: false,
  }));
}

async function measure(ctx: Ctx & { db: Db }, name: string, reviews: readonly ScoredReview[]): Promise<Times> {
  const ask = queries[name];
  const times: Times = { inDatabase: [], whole: [], scanned: new Set() };
  for (const review of reviews) {
    const started = performance.now();
    await ask?.(ctx, review);
    times.whole.push(performance.now() - started);
    const found = { ms: 0, scanned: times.scanned };
    await ask?.({ ...ctx, db: explaining(ctx.db, found) }, review);
    times.inDatabase.push(found.ms);
  }
  return times;
}

/** New reviews of all sorts of apps, every tenth of the one under attack, as their authors would have written them. */
async function writeReviews(ctx: Ctx, attacked: string, count: number, spreadMs = 0): Promise<void> {
  const people = await ctx.db.execute<{ user_id: string; app_id: string; body: string }>(sql`
    select u.id as user_id, a.app_id, left('Since the last update ' || u.name || ' finds ' || r.body, 4000) as body
    from (select id, name from users where name like 'Person%' order by random() limit ${count}) u
    cross join lateral (select app_id, body from reviews where body <> '' and id > gen_random_uuid() and u.id is not null order by id limit 1) r
    cross join lateral (select case when random() < 0.1 then ${attacked}::uuid else r.app_id end as app_id) a
    where not exists (select from reviews mine where mine.user_id = u.id and mine.app_id = a.app_id)`);
  const waitMs = spreadMs / Math.max(people.length, 1);
  const started = performance.now();
  for (const [i, { user_id: userId, app_id: appId, body }] of people.entries()) {
    await sleep(Math.max(0, started + i * waitMs - performance.now()));
    await inTransaction({ ...ctx, now: new Date() }, async (ctx) => {
      const id = newId(ctx.now);
      const at = ctx.now.toISOString();
      await ctx.db.execute(sql`
        insert into reviews (id, app_id, user_id, rating, body, country, created_at)
        values (${id}, ${appId}, ${userId}, 4, ${body}, 'US', ${at}::timestamptz)`);
      await ctx.db.execute(sql`
        insert into review_revisions (review_id, revision, rating, body, created_at)
        values (${id}, 1, 4, ${body}, ${at}::timestamptz)`);
      await publish(ctx, { type: 'review.created', payload: { reviewId: id, revision: 1 } });
    });
  }
}

type Decided = { count: number; first: number; last: number; latencies: number[] };

/** Waits until everything is decided, and says when. */
async function decided({ db }: Ctx, since: Date): Promise<Decided> {
  const waiting = async () => (await db.execute(sql`select from reviews where status = 'pending' limit 1`)).length > 0;
  while (await waiting()) await sleep(100);
  const rows = await db.execute<{ written: number; at: number }>(sql`
    select extract(epoch from r.created_at)::float8 * 1000 as written, extract(epoch from min(a.created_at))::float8 * 1000 as at
    from reviews r join review_analyses a on a.review_id = r.id where r.created_at >= ${since.toISOString()}::timestamptz group by r.id`);
  const times = rows.map(({ at }) => at);
  return {
    count: rows.length,
    first: times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    last: times.reduce((a, b) => Math.max(a, b), 0),
    latencies: rows.map(({ written, at }) => at - written),
  };
}

async function startWorker(): Promise<() => Promise<void>> {
  const child = fork(join(import.meta.dirname, '..', 'prove', 'worker.ts'), [], {
    env: { ...process.env, LOG_LEVEL: 'error' },
  });
  await once(child, 'message');
  return async () => {
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
}

async function bench(databaseUrl: string, size: { reviews: number; apps: number }): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  await migrate(databaseUrl);
  const db = connect(databaseUrl, { max: 8 });
  const ctx = { ...systemContext('bench:integrity', { db }), db };
  try {
    const { hot, attacked } = await step(`Inventing ${size.reviews} reviews`, (tell) =>
      generateReviews(ctx, size, tell),
    );
    const subjects = {
      'any app': await sample(ctx, sql`id > gen_random_uuid()`, sql`id`),
      'app of 50,000': await sample(ctx, sql`app_id = ${hot}`, sql`created_at desc`),
      'burst of 5,000': await sample(ctx, sql`app_id = ${attacked}`, sql`created_at desc`),
    };
    const rows: (string | number)[][] = [];
    for (const [of, reviews] of Object.entries(subjects)) {
      for (const name of Object.keys(queries)) {
        for (const review of reviews.slice(0, 10)) await queries[name]?.(ctx, review);
        const { inDatabase, whole, scanned } = await step(`Asking: ${name}, ${of}`, () => measure(ctx, name, reviews));
        const at = (of: readonly number[]) => [percentile(of, 0.5), percentile(of, 0.99)];
        rows.push([
          name,
          of,
          reviews.length,
          ...at(inDatabase),
          ...at(whole),
          scanned.size === 0 ? 'yes' : `no: ${[...scanned]}`,
        ]);
      }
    }
    process.stdout.write(
      `\n${size.reviews} reviews of ${size.apps} apps; times in the database are planning and execution of all queries of a kind by EXPLAIN (ANALYZE, BUFFERS), whole ones are the function's, reading and comparing included\n\n`,
    );
    printTable(['', 'of', 'n', 'p50 ms', 'p99 ms', 'whole p50', 'whole p99', 'by index'], rows);

    const start = new Date();
    await step(`Writing ${drained} reviews`, () => writeReviews(ctx, attacked, drained));
    const stop = await startWorker();
    const drain = await step('Scoring them', () => decided(ctx, start));
    const quiet = new Date();
    await writeReviews(ctx, attacked, openLoop.perSecond * openLoop.seconds, openLoop.seconds * 1000);
    const { latencies } = await decided(ctx, quiet);
    await stop();
    printTable(
      ['', 'reviews', 'per second', 'p50 ms', 'p99 ms'],
      [
        ['waiting, one worker', drain.count, (drain.count / (drain.last - drain.first)) * 1000, '', ''],
        [
          `written at ${openLoop.perSecond}/s`,
          latencies.length,
          openLoop.perSecond,
          percentile(latencies, 0.5),
          percentile(latencies, 0.99),
        ],
      ],
    );
  } finally {
    await db.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reviews: { type: 'string' }, apps: { type: 'string' } } });
  const size = { reviews: Number(values.reviews ?? 1_000_000), apps: Number(values.apps ?? 10_000) };
  if (!(size.reviews >= 60_000 && size.apps >= 10)) {
    throw new Refusal('Usage: npm run bench:integrity -- [--reviews N, at least 60000] [--apps N]');
  }
  await withScratchDatabase((url) => bench(url, size));
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
