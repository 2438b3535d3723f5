import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

export type Latency = { p50: number; p99: number; failed: number };
export type Throughput = Latency & { perSecond: number };

/** Share 0..1 of the sorted values. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function getOnce(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    call.on('error', () => resolve(false));
    call.end();
  });
}

/**
 * Open loop: requests leave at their time whether or not earlier ones have been answered, and their latency in ms
 * counts from that time, so that a stall is seen by all whom it would have kept waiting.
 */
export async function openLoop(url: string, perSecond: number, seconds: number): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const total = perSecond * seconds;
  const latencies: number[] = [];
  let failed = 0;
  const running: Promise<void>[] = [];
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let sent = 0;
    const tick = () => {
      while (sent < total) {
        const due = started + (sent * 1000) / perSecond;
        const wait = due - performance.now();
        if (wait > 0) {
          setTimeout(tick, wait);
          return;
        }
        sent += 1;
        running.push(
          getOnce(url, agent).then((isRight) => {
            if (isRight) latencies.push(performance.now() - due);
            else failed += 1;
          }),
        );
      }
      resolve();
    };
    tick();
  });
  await Promise.all(running);
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), failed };
}

/** Closed loop: as many as `connections` clients get through, each asking again as soon as it is answered. */
export async function closedLoop(url: string, connections: number, seconds: number): Promise<Throughput> {
  const result = await autocannon({ url, connections, duration: seconds });
  const { p50, p99 } = result.latency;
  return { perSecond: result['2xx'] / result.duration, p50, p99, failed: result.non2xx + result.errors };
}

/** Runs the subjects in turn, `rounds` times, so that a slow minute of the machine hits all alike. */
export async function inTurn<T>(
  subjects: Record<string, string>,
  rounds: number,
  measure: (url: string) => Promise<T>,
): Promise<Record<string, T[]>> {
  const results: Record<string, T[]> = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url] of Object.entries(subjects)) results[name]?.push(await measure(url));
  }
  return results;
}
