import { Check, ExternalLink } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { formatBytes, formatDate, fromSnake, languageName, platformNames } from '@/components/ui/format';
import type { AppDetail, AppVersion } from '@/lib/catalog/schema';
import { priceText } from './price-text';

/** The small facts, as a list of terms. */
export function Information({ app, latest }: { app: AppDetail; latest: AppVersion | null }) {
  return (
    <dl className="grid grid-cols-1 border-t border-line sm:grid-cols-2 sm:gap-x-10 lg:grid-cols-3">
      <Entry term="Developer">
        <Link href={`/developers/${app.developer.slug}`} className={linkClass}>
          {app.developer.name}
        </Link>
      </Entry>
      <Entry term="Category">
        <Link href={`/categories/${app.category}`} className={linkClass}>
          {app.categoryName}
        </Link>
        {app.subcategory && app.subcategoryName ? (
          <>
            {', '}
            <Link href={`/categories/${app.category}?subcategory=${app.subcategory}`} className={linkClass}>
              {app.subcategoryName}
            </Link>
          </>
        ) : null}
      </Entry>
      <Entry term="Price">{app.price ? priceText(app.price) : 'Not sold in your country'}</Entry>
      <Entry term="Platforms">{app.platforms.map((name) => platformNames[name] ?? name).join(', ') || '–'}</Entry>
      {latest?.minimumOs ? <Entry term="Needs at least">{latest.minimumOs}</Entry> : null}
      {latest && latest.sizeBytes > 0 ? <Entry term="Size">{formatBytes(latest.sizeBytes)}</Entry> : null}
      {latest && latest.languages.length > 0 ? (
        <Entry term="Languages">{latest.languages.map(languageName).join(', ')}</Entry>
      ) : null}
      <Entry term="Age">{app.ageRating}+</Entry>
      {app.releasedAt ? <Entry term="First released">{formatDate(app.releasedAt)}</Entry> : null}
      {app.updatedAt ? <Entry term="Updated">{formatDate(app.updatedAt)}</Entry> : null}
      <Entry term="Bundle id">
        <span className="font-mono text-13 break-all">{app.bundleId}</span>
      </Entry>
      <Outside term="Website" href={app.website} />
      <Outside term="Support" href={app.supportUrl} />
      <Outside term="Privacy policy" href={app.privacyUrl} />
    </dl>
  );
}

const linkClass = 'rounded-control text-accent-text hover:underline';

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-b border-line py-3">
      <dt className="text-13 text-muted">{term}</dt>
      <dd dir="auto" className="wrap-anywhere">
        {children}
      </dd>
    </div>
  );
}

function Outside({ term, href }: { term: string; href: string | null }) {
  if (!href || !/^https?:\/\//i.test(href)) return null;
  return (
    <Entry term={term}>
      <a
        href={href}
        rel="nofollow ugc noopener noreferrer"
        className={`inline-flex max-w-full items-center gap-1.5 ${linkClass}`}
      >
        <span className="truncate">{hostOf(href)}</span>
        <ExternalLink className="size-4 shrink-0 rtl:-scale-x-100" aria-hidden="true" />
      </a>
    </Entry>
  );
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : href;
}

const privacyParts = [
  { key: 'tracking', title: 'Used to track you', note: 'Followed across apps and websites of other companies.' },
  { key: 'linked', title: 'Linked to you', note: 'Kept together with who you are.' },
  { key: 'collected', title: 'Collected, not linked to you', note: 'Kept without your name.' },
] as const;

/** What the developer says the app collects. */
export function PrivacyLabel({ label }: { label: AppDetail['privacyLabel'] }) {
  const parts = privacyParts
    .map((part) => ({ ...part, kinds: label[part.key] }))
    .filter(({ kinds }) => kinds.length > 0);
  if (parts.length === 0) return <p className="text-muted">The developer has named no data that this app collects.</p>;
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {parts.map(({ key, title, note, kinds }) => (
        <div key={key} className="rounded-card border border-line bg-surface p-5">
          <h3 className="font-semibold">{title}</h3>
          <p className="mt-0.5 text-13 text-muted">{note}</p>
          <ul className="mt-3 flex flex-wrap gap-1.5">
            {kinds.map((kind) => (
              <li key={kind} className="max-w-full rounded-pill bg-sunken px-2.5 py-1 text-13 wrap-anywhere">
                {fromSnake(kind)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

export function AccessibilityList({ flags }: { flags: string[] }) {
  if (flags.length === 0) return <p className="text-muted">The developer has not said which aids this app supports.</p>;
  return (
    <ul className="grid grid-cols-1 gap-x-10 gap-y-2.5 sm:grid-cols-2 lg:grid-cols-3">
      {flags.map((flag) => (
        <li key={flag} className="flex items-center gap-2.5">
          <Check className="size-4.5 shrink-0 text-accent" aria-hidden="true" />
          <Link
            href={`/search?accessibility=${flag}`}
            className="rounded-control underline-offset-2 hover:underline pointer-coarse:py-2"
          >
            {fromSnake(flag)}
            <span className="sr-only">: more apps with it</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
