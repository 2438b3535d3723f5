import { buttonClass } from '@/components/ui/button';
import { isConnectionLost } from './lost-connection';
import { SpilledBasket } from './orchard';

type Props = { error: Error & { digest?: string }; onRetry: () => void };

/** What people see of a page that failed: whose fault, what is safe, what to do. */
export function Failure({ error, onRetry }: Props) {
  const isLost = isConnectionLost(error);
  return (
    <div className="page-width grid min-h-[60dvh] grid-cols-1 items-center gap-x-16 gap-y-2 pt-6 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] md:pt-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
      <div className="md:order-last">
        <SpilledBasket className="mx-auto max-w-72 md:max-w-none" />
      </div>
      <div className="grid min-w-0 justify-items-start pb-4">
        <h1 className="serif max-w-[16ch] text-34 md:text-46">
          {isLost ? 'The connection was lost' : 'This page could not be put together'}
        </h1>
        <p className="mt-3 max-w-[46ch] text-17 text-muted">
          {isLost
            ? 'A part of this page did not arrive. Check your connection and try again.'
            : 'The fault is ours. Nothing you own or paid for is lost. Try again in a moment.'}
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          {/* The browser remembers what did not arrive, until the whole page is loaded again. */}
          <button
            type="button"
            onClick={isLost ? () => location.reload() : onRetry}
            className={buttonClass('primary', 'h-11 rounded-pill px-6')}
          >
            Try again
          </button>
          {isLost ? null : (
            // A whole new document: what failed is not kept.
            <a href="/" className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
              Go to Today
            </a>
          )}
        </div>
        {error.digest ? (
          <p className="mt-6 text-13 text-muted">
            If you write to us about it, mention <span className="font-mono select-all">{error.digest}</span>.
          </p>
        ) : null}
      </div>
    </div>
  );
}
