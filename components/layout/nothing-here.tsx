import { Search } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { MissingFruit } from './orchard';

const ways = [
  { href: '/', label: 'Today' },
  { href: '/categories', label: 'Categories' },
  { href: '/library', label: 'Your library' },
];

type Props = {
  title?: string;
  note?: string;
  /** What the search box says already. */
  words?: string;
  /** Apps that may have been meant. */
  children?: ReactNode;
};

/** What people see where there is no page: what may have happened, and ways on. */
export function NothingHere({
  title = 'There is nothing at this address',
  note = 'It may have moved, or the address has a slip in it. What you own stays in your library.',
  words = '',
  children,
}: Props) {
  return (
    <div className="page-width pt-6 md:pt-10">
      <div className="grid grid-cols-1 items-center gap-x-16 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="md:order-last">
          <MissingFruit className="mx-auto max-w-72 md:max-w-none" />
        </div>
        <div className="min-w-0 pb-4">
          <p className="text-13 font-medium text-muted numerals">404</p>
          <h1 className="serif mt-2 max-w-[16ch] text-34 md:text-46">{title}</h1>
          <p className="mt-3 max-w-[46ch] text-17 text-muted">{note}</p>
          <search>
            <form action="/search" className="mt-6 flex max-w-[30rem] gap-2">
              <div className="relative min-w-0 flex-1">
                <Search
                  className="pointer-events-none absolute start-3.5 top-1/2 size-4.5 -translate-y-1/2 text-muted"
                  aria-hidden="true"
                />
                <input
                  type="search"
                  name="q"
                  required
                  maxLength={200}
                  defaultValue={words}
                  aria-label="Search all apps"
                  placeholder="Search all apps"
                  className="h-11 w-full rounded-pill border border-line-strong bg-surface ps-10.5 pe-4 text-15 hover:border-muted"
                />
              </div>
              <button type="submit" className={buttonClass('primary', 'h-11 rounded-pill px-5')}>
                Search
              </button>
            </form>
          </search>
          <ul className="-mx-2 mt-3 flex flex-wrap">
            {ways.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex h-11 items-center rounded-control px-2 font-medium text-accent-text hover:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {children}
    </div>
  );
}
