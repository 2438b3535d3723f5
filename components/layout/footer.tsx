import Link from 'next/link';
import { CountryPicker, type CountryOption } from './country-picker';
import { Mark } from './mark';
import { type Theme, ThemeSwitch } from './theme-switch';

type Props = {
  storeName: string;
  country: CountryOption;
  countries: CountryOption[];
  isSignedIn: boolean;
  theme: Theme;
};

const links = [
  { href: '/', label: 'Today' },
  { href: '/categories', label: 'Categories' },
  { href: '/search', label: 'Search' },
  { href: '/docs/api', label: 'API' },
];

export function Footer({ storeName, country, countries, isSignedIn, theme }: Props) {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="page-width flex flex-col gap-5 py-10 md:flex-row md:gap-8 md:items-center">
        <div className="flex items-center gap-2.5">
          <Mark className="size-7" />
          <span className="serif truncate text-17">{storeName}</span>
        </div>
        <nav aria-label="Footer">
          <ul className="-mx-2 flex flex-wrap">
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex h-10 items-center rounded-control px-2 text-13 text-muted hover:text-ink"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-wrap items-center gap-4 md:ml-auto">
          {isSignedIn ? (
            <p className="text-13 text-muted">
              Storefront:{' '}
              <Link href="/account#profile" className="text-ink underline underline-offset-2">
                {country.name}
              </Link>
            </p>
          ) : (
            <CountryPicker country={country.code} countries={countries} />
          )}
          <ThemeSwitch initial={theme} />
        </div>
      </div>
    </footer>
  );
}
