import { Link } from '@/components/ui/link';

export type LegalPage = { href: string; label: string };

/** The legal pages that this store has, and how to reach those who run it. */
export function LegalLinks({ pages, supportEmail }: { pages: readonly LegalPage[]; supportEmail: string }) {
  if (pages.length === 0 && supportEmail === '') return null;
  const className = 'inline-flex min-h-11 items-center rounded-control px-2 text-13 text-muted hover:text-ink';
  return (
    <nav aria-label="Legal and contact">
      <ul className="-mx-2 flex flex-wrap">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} className={className}>
              {label}
            </Link>
          </li>
        ))}
        {supportEmail ? (
          <li>
            <a href={`mailto:${supportEmail}`} className={className}>
              Contact
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
