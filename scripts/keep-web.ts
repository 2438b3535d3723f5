import { setTimeout as sleep } from 'node:timers/promises';
import type { Refusal } from './refusal';
import type { Web } from './web';

type Options = {
  web: Web;
  /** Starts another one, and from then on that is the one to stop. */
  start: () => Web;
  waitUntilHealthy: (web: Web) => Promise<void>;
  signal: AbortSignal;
  say: (line: string) => void;
  pauseMs?: number;
};

/** Who ends this often within the time will end again. */
const mostEnds = 5;
const withinMs = 60_000;

/**
 * Starts the web server again when it ends under us, after a pause that doubles while it keeps ending. Resolves, when it
 * has ended too often, to why; throws when the signal says that the store is being stopped.
 */
export async function keepWeb(options: Options): Promise<Refusal> {
  const { start, waitUntilHealthy, signal, say, pauseMs = 500 } = options;
  let { web } = options;
  let ends: number[] = [];
  for (;;) {
    const refusal = await web.ended;
    signal.throwIfAborted();
    const now = Date.now();
    ends = [...ends.filter((at) => now - at < withinMs), now];
    if (ends.length >= mostEnds) return refusal;
    say('The web server has ended; starting it again.');
    await sleep(pauseMs * 2 ** (ends.length - 1), undefined, { signal });
    signal.throwIfAborted();
    web = start();
    // One that ends before it is healthy is seen above.
    const isHealthy = await waitUntilHealthy(web).then(
      () => true,
      () => false,
    );
    if (isHealthy) say('The web server is back.');
    else await web.stop();
  }
}
