import Link from 'next/link';
import { SearchBox } from '@/components/search/search-box';
import { Mark } from './mark';
import { NavLinks } from './nav-links';
import { UserMenu } from './user-menu';

type Props = { storeName: string; country: string; isSignedIn: boolean };

export function Header({ storeName, country, isSignedIn }: Props) {
  return (
    <>
      <header className="sticky top-0 z-30 border-b border-line bg-paper/90 backdrop-blur-md">
        <div className="page-width flex h-16 items-center gap-3 md:gap-6">
          <Link
            href="/"
            className="flex shrink-0 items-center gap-2.5 rounded-control"
            aria-label={`${storeName}, front page`}
          >
            <Mark />
            <span className="serif hidden max-w-48 truncate text-20 sm:block">{storeName}</span>
          </Link>
          <nav aria-label="Store" className="hidden md:block">
            <NavLinks />
          </nav>
          <div className="ml-auto min-w-0 flex-1 md:max-w-80">
            <SearchBox country={country} />
          </div>
          <UserMenu isSignedIn={isSignedIn} />
        </div>
      </header>
      <nav aria-label="Store" className="page-width border-b border-line py-1.5 md:hidden">
        <NavLinks className="-ml-3.5" />
      </nav>
    </>
  );
}
