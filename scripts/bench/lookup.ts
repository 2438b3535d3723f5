import { startBareNext, startBareNode } from './bare';
import { closedLoop, inTurn, median, openLoop } from './load';
import { withDemoStore } from './store';
import { printTable } from '../table';

// npm run bench:lookup: an app by its slug through `GET /api/v1/apps/{id}`, against a bare Next route and a bare Node
// server that answer the same bytes without looking anything up.

const openLoopPerSecond = 100;
const connections = 20;
const rounds = 3;
const seconds = 8;

await withDemoStore(async (store) => {
  const listed = await fetch(`${store.url}/api/v1/apps?country=US&limit=1`);
  const { items } = (await listed.json()) as { items: { slug: string }[] };
  const lookup = `${store.url}/api/v1/apps/${items[0]?.slug}?country=US`;
  const body = await (await fetch(lookup)).text();
  const bareNext = await startBareNext(body);
  const bareNode = await startBareNode(body);
  try {
    const subjects = { 'app look-up': lookup, 'bare Next route': `${bareNext.url}/bare`, 'bare Node': bareNode.url };
    await inTurn(subjects, 1, (url) => closedLoop(url, connections, 3));
    const open = await inTurn(subjects, rounds, (url) => openLoop(url, openLoopPerSecond, seconds));
    const closed = await inTurn(subjects, rounds, (url) => closedLoop(url, connections, seconds));
    const of = (name: string) => ({
      p50: median((open[name] ?? []).map(({ p50 }) => p50)),
      p99: median((open[name] ?? []).map(({ p99 }) => p99)),
      perSecond: median((closed[name] ?? []).map(({ perSecond }) => perSecond)),
      failed: [...(open[name] ?? []), ...(closed[name] ?? [])].reduce((sum, { failed }) => sum + failed, 0),
    });
    const mine = of('app look-up');
    process.stdout.write(
      `\nApp look-up, ${Buffer.byteLength(body)} bytes; open loop at ${openLoopPerSecond}/s, closed loop with ${connections} clients; medians of ${rounds} rounds of ${seconds} s\n\n`,
    );
    printTable(
      ['', 'p50 ms', 'p99 ms', 'requests/s', 'look-up ÷ this (p99)', 'look-up ÷ this (requests/s)', 'failed'],
      Object.keys(subjects).map((name) => {
        const one = of(name);
        return [name, one.p50, one.p99, one.perSecond, mine.p99 / one.p99, mine.perSecond / one.perSecond, one.failed];
      }),
    );
  } finally {
    await bareNode.stop();
    await bareNext.stop();
  }
});
