import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';

/** What people see where there is no page. */
export function NothingHere() {
  return (
    <div className="page-width grid justify-items-start gap-4 py-20 md:py-32">
      <p className="text-13 font-medium text-muted">404</p>
      <h1 className="serif max-w-[18ch] text-34 md:text-46">There is nothing at this address</h1>
      <p className="max-w-[52ch] text-17 text-muted">
        The app may have been taken off the store, or the address has a slip in it. What you own stays in your library.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Link href="/" className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
          Go to Today
        </Link>
        <Link href="/search" className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
          Search the store
        </Link>
      </div>
    </div>
  );
}
