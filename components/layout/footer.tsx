import { Link } from '@/components/ui/link';
import { CountryPicker, type CountryOption } from './country-picker';
import { type LegalPage, LegalLinks } from './legal-links';
import { Mark } from './mark';
import { type Theme, ThemeSwitch } from './theme-switch';

type Props = {
  store: { storeName: string; tagline: string; supportEmail: string; logoId: string | null };
  legalPages: readonly LegalPage[];
  country: CountryOption;
  countries: CountryOption[];
  isSignedIn: boolean;
  theme: Theme;
};

const links = [
  { href: '/', label: 'Today' },
  { href: '/categories', label: 'Categories' },
  { href: '/search', label: 'Search' },
  { href: '/transparency', label: 'Transparency' },
  { href: '/docs/api', label: 'API' },
];

export function Footer({ store, legalPages, country, countries, isSignedIn, theme }: Props) {
  return (
    <footer className="print:hidden mt-24 border-t border-line print:hidden">
      <div className="page-width grid grid-cols-1 gap-x-12 gap-y-6 py-10 md:grid-cols-[1fr_auto] md:items-center">
        <div className="flex min-w-0 items-center gap-3">
          <Mark logoId={store.logoId} className="size-9 shrink-0" />
          <div className="min-w-0">
            <p className="serif truncate text-17">{store.storeName}</p>
            {store.tagline ? <p className="text-13 text-muted">{store.tagline}</p> : null}
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-4 md:justify-end">
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
        <nav aria-label="Footer">
          <ul className="-mx-2 flex flex-wrap">
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex min-h-11 items-center rounded-control px-2 text-13 text-muted hover:text-ink"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <LegalLinks pages={legalPages} supportEmail={store.supportEmail} />
      </div>
    </footer>
  );
}
