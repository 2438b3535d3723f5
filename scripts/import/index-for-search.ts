import { systemContext } from '@/lib/context';
import { makeDue } from '@/lib/events/schedule/make-due';
import { catchUp, type CaughtUp, indexCatalogue } from '@/lib/search/catch-up';
import { NotTaken } from '@/lib/search/index-apps';
import { otherEngine } from '@/lib/search/other-engine';
import { type Progress, say, step } from '../progress';

const whole = new Intl.NumberFormat('en');

/**
 * Makes what was imported found; how it goes is shown on a terminal alone. What it does not get done is done by the store's
 * worker, and it says so.
 */
export async function indexForSearch(signal: AbortSignal): Promise<void> {
  if (process.stderr.isTTY) await step('Indexing for search', (progress) => index(signal, progress));
  else await index(signal, () => undefined);
  if (signal.aborted) say('Stopped before search knows all apps: the worker of the store goes on with it.');
}

async function index(signal: AbortSignal, progress: Progress): Promise<void> {
  const ctx = systemContext('import');
  const onProgress = ({ written }: CaughtUp) => progress(`${whole.format(written)} apps`);
  try {
    await indexCatalogue(ctx, otherEngine(), { signal, onProgress });
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    await catchUp(ctx, null, { signal, onProgress });
    await makeDue(ctx, 'search.reconcile');
    say(`${error.message}. Postgres finds the apps; the worker of the store brings them there.`);
  }
}
