import { Link } from '@/components/ui/link';
import { Bell } from '@/components/account/bell';
import { SearchBox } from '@/components/search/search-box';
import { CommandMenuButton, CommandMenuKeys } from './command-menu-button';
import type { CountryOption } from './country-picker';
import { Mark } from './mark';
import { NavLinks } from './nav-links';
import { UserMenu } from './user-menu';

type Props = {
  storeName: string;
  logoId: string | null;
  country: string;
  countries: CountryOption[];
  isSignedIn: boolean;
  isAdmin: boolean;
  isModerator: boolean;
};

export function Header({ storeName, logoId, country, countries, isSignedIn, isAdmin, isModerator }: Props) {
  return (
    <>
      <header className="print:hidden sticky top-0 z-30 border-b border-line bg-paper/90 backdrop-blur-md">
        <div className="page-width flex h-16 items-center gap-3 md:gap-6">
          <Link
            href="/"
            className="flex shrink-0 items-center gap-2.5 rounded-control"
            aria-label={`${storeName}, front page`}
          >
            <Mark logoId={logoId} />
            <span className="serif hidden max-w-48 truncate text-20 sm:block">{storeName}</span>
          </Link>
          <nav aria-label="Store" className="hidden md:block">
            <NavLinks />
          </nav>
          <div className="group/search relative ms-auto min-w-0 flex-1 md:max-w-80">
            <SearchBox country={country} />
            <CommandMenuButton
              isHint
              className="absolute end-2 top-2 hidden h-7 rounded-control border border-line px-2 hover:border-line-strong lg:grid lg:group-has-[input:not(:placeholder-shown)]/search:hidden"
            />
          </div>
          {isSignedIn ? <Bell /> : null}
          <UserMenu isSignedIn={isSignedIn} isAdmin={isAdmin} isModerator={isModerator} />
        </div>
      </header>
      <div className="page-width flex items-center justify-between border-b border-line py-1.5 md:hidden">
        <nav aria-label="Store">
          <NavLinks className="-ms-3.5" />
        </nav>
        <CommandMenuButton className="-me-2.5 grid size-10 shrink-0 rounded-pill" />
      </div>
      <CommandMenuKeys
        country={country}
        countries={countries}
        isSignedIn={isSignedIn}
        isAdmin={isAdmin}
        isModerator={isModerator}
      />
    </>
  );
}
