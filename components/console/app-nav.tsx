'use client';

import { ArrowLeft, ExternalLink } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Chip } from '@/components/ops/chip';
import { AppIcon } from '@/components/store/app-icon';
import { Link } from '@/components/ui/link';
import { Scroller } from '@/components/ui/scroller';
import type { ConsoleAppDetail } from '@/lib/publishing/schema';
import { statusTones, statusWords } from './words';

/** The last is a page of the organisation, about this app alone. */
const tabsOf = ({ id, organization }: ConsoleAppDetail, base: string) => [
  { href: base, label: 'Overview' },
  { href: `${base}/listing`, label: 'Listing' },
  { href: `${base}/versions`, label: 'Versions' },
  { href: `${base}/prices`, label: 'Prices' },
  { href: `/console/${organization.slug}/reviews?app=${id}`, label: 'Reviews' },
];

/** Which app it is, whether shoppers see it, and its pages. */
export function AppNav({ app }: { app: ConsoleAppDetail }) {
  const pathname = usePathname();
  const [, , , ref = app.id] = pathname.split('/');
  const base = `/console/apps/${ref}`;
  return (
    <header className="mb-8 grid grid-cols-1 gap-5">
      <Link
        href={`/console/${app.organization.slug}`}
        className="-ms-2 inline-flex h-11 items-center gap-2 justify-self-start rounded-control px-2 text-15 font-medium text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4.5 rtl:-scale-x-100" aria-hidden="true" />
        Apps
      </Link>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <AppIcon app={app} size={64} isEager />
        <div className="min-w-0 flex-1 basis-56">
          <h1 dir="auto" className="text-26 font-semibold tracking-tight wrap-anywhere">
            {app.name}
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Chip tone={statusTones[app.status]}>{statusWords[app.status]}</Chip>
            <span className="font-mono text-13 break-all text-muted">{app.bundleId}</span>
          </p>
        </div>
        {app.status === 'listed' ? (
          <a
            href={`/apps/${app.slug}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex h-11 items-center gap-2 rounded-control px-3 text-15 font-medium text-accent-text hover:bg-accent-soft"
          >
            <ExternalLink className="size-4.5" aria-hidden="true" />
            In the store
          </a>
        ) : null}
      </div>
      <nav aria-label={`Pages of ${app.name}`} className="border-b border-line">
        <Scroller as="ul" className="gap-1">
          {tabsOf(app, base).map(({ href, label }) => {
            const isHere = pathname === href || (href !== base && pathname.startsWith(`${href}/`));
            return (
              <li key={href} className="-mb-1.5">
                <Link
                  href={href}
                  aria-current={isHere ? (pathname === href ? 'page' : 'true') : undefined}
                  className="flex h-11 items-center border-b-2 border-transparent px-3.5 text-15 font-medium text-muted transition-colors hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
                >
                  {label}
                </Link>
              </li>
            );
          })}
        </Scroller>
      </nav>
    </header>
  );
}
