import { buttonClass } from '@/components/ui/button';

/** What people see of a page that failed: whose fault, what is safe, what to do. */
export function Failure({ digest, onRetry }: { digest?: string; onRetry: () => void }) {
  return (
    <div className="page-width grid min-h-[60dvh] content-center justify-items-start gap-4 py-20">
      <h1 className="serif max-w-[20ch] text-34 md:text-46">This page could not be put together</h1>
      <p className="max-w-[52ch] text-17 text-muted">
        The fault is ours. Nothing you own or paid for is lost. Try again in a moment.
      </p>
      {digest ? <p className="font-mono text-13 text-muted">Reference {digest}</p> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="button" onClick={onRetry} className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
          Try again
        </button>
        {/* A whole new document: what failed is not kept. */}
        <a href="/" className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
          Go to Today
        </a>
      </div>
    </div>
  );
}
