import { startBareNext } from './bare';
import { closedLoop, inTurn, median } from './load';
import { withDemoStore } from './store';
import { printTable } from '../table';

// npm run bench:pages: pages for visitors against a bare Next page that reads a header.

const connections = 10;
const rounds = 3;
const seconds = 8;
const countedRequests = 20;

await withDemoStore(async (store) => {
  const listed = await fetch(`${store.url}/api/v1/apps?country=US&limit=1`);
  const { items } = (await listed.json()) as { items: { slug: string; category: string }[] };
  const [app] = items;
  const bare = await startBareNext('{}');
  try {
    const subjects = {
      'bare Next page': `${bare.url}/`,
      Today: `${store.url}/`,
      app: `${store.url}/apps/${app?.slug}`,
      category: `${store.url}/categories/${app?.category}`,
      search: `${store.url}/search?q=note`,
    };
    await inTurn(subjects, 1, (url) => closedLoop(url, connections, 3));
    const results = await inTurn(subjects, rounds, (url) => closedLoop(url, connections, seconds));
    const queries: Record<string, number> = {};
    const idle = await transactionsOf(store.countTransactions, async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    });
    for (const [name, url] of Object.entries(subjects)) {
      const started = Date.now();
      const committed = await transactionsOf(store.countTransactions, async () => {
        for (let i = 0; i < countedRequests; i += 1) await (await fetch(url)).arrayBuffer();
      });
      // The worker asks its queues meanwhile.
      const ofWorker = (idle * (Date.now() - started)) / 2_000;
      queries[name] = Math.max(0, (committed - ofWorker) / countedRequests);
    }
    const of = (name: string) => ({
      perSecond: median((results[name] ?? []).map(({ perSecond }) => perSecond)),
      p50: median((results[name] ?? []).map(({ p50 }) => p50)),
      p99: median((results[name] ?? []).map(({ p99 }) => p99)),
      failed: (results[name] ?? []).reduce((sum, { failed }) => sum + failed, 0),
    });
    const base = of('bare Next page');
    process.stdout.write(
      `\nPages for visitors, ${connections} clients; medians of ${rounds} rounds of ${seconds} s; queries a page with a warm cache\n\n`,
    );
    printTable(
      ['', 'pages/s', 'p50 ms', 'p99 ms', '÷ bare (pages/s)', 'queries', 'failed'],
      Object.keys(subjects).map((name) => {
        const one = of(name);
        return [name, one.perSecond, one.p50, one.p99, one.perSecond / base.perSecond, queries[name] ?? 0, one.failed];
      }),
    );
  } finally {
    await bare.stop();
  }
});

async function transactionsOf(count: () => Promise<number>, work: () => Promise<void>): Promise<number> {
  const before = await count();
  await work();
  return (await count()) - before;
}
