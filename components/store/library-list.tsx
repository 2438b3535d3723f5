'use client';

import { LibraryBig, SearchX } from 'lucide-react';
import { LibraryReview, useReviewStandings } from '@/components/reviews/library-review';
import { Link } from '@/components/ui/link';
import { Results } from '@/components/layout/navigation';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatBytes, formatDate } from '@/components/ui/format';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Page } from '@/lib/http/fetch-json';
import type { LibraryItem } from '@/lib/purchases/schema';
import type { ReviewStanding } from '@/lib/reviews/schema';
import { AppIcon } from './app-icon';
import { OwnedName } from './owned-name';
import { BuyButton } from './buy-button';
import { WithoutFile } from './without-file';

type Props = { params: Params; first: Page<LibraryItem>; href: string };

/** What I own, with what there is to download. */
export function LibraryList({ params, first, href }: Props) {
  const pages = usePages<LibraryItem>({
    path: '/api/v1/library',
    params,
    initial: { page: first, params },
    keepMs: 0,
  });
  const standings = useReviewStandings(pages.items.map(({ app }) => app.id));
  if (pages.items.length === 0)
    return <Results>{params.q || params.filter ? <NoMatch params={params} /> : <Nothing />}</Results>;
  return (
    <Results isDimmed={pages.isDimmed}>
      <ul aria-label="Your apps" className="divide-y divide-line border-y border-line">
        {pages.items.map((item) => (
          <LibraryRow key={item.app.id} item={item} standing={standings.get(item.app.id)} />
        ))}
      </ul>
      <ShowMore pages={pages} href={href} noun="apps" />
    </Results>
  );
}

function LibraryRow({ item, standing }: { item: LibraryItem; standing: ReviewStanding | undefined }) {
  const { app, latestVersion, lastDownloaded, isUpdateAvailable } = item;
  const isThere = latestVersion !== null && (latestVersion.sha256 !== null || latestVersion.isWeb);
  return (
    <li className="relative flex items-center gap-4 py-4">
      <AppIcon app={app} size={64} />
      <div className="min-w-0 flex-1">
        <OwnedName app={app} />
        <p dir="auto" className="line-clamp-1 text-13 break-all text-muted">
          {app.developer.name}
        </p>
        <p className="flex flex-wrap gap-x-3 text-13 text-muted numerals">
          {latestVersion ? (
            <bdi>
              Version {latestVersion.version}
              {latestVersion.sizeBytes > 0 ? `, ${formatBytes(latestVersion.sizeBytes)}` : ''}
            </bdi>
          ) : (
            <span>No version to download</span>
          )}
          {isUpdateAvailable ? <span className="font-medium text-accent-text">Update available</span> : null}
          <span className="hidden sm:inline">
            {lastDownloaded
              ? `${latestVersion?.isWeb ? 'Opened' : 'Downloaded'} ${formatDate(lastDownloaded.at)}`
              : `Yours since ${formatDate(item.grantedAt)}`}
          </span>
        </p>
        <LibraryReview app={app} standing={standing} />
      </div>
      {latestVersion && !isThere ? <WithoutFile /> : null}
      {latestVersion && isThere ? (
        <div className="relative z-10">
          <BuyButton
            app={app}
            isOwned
            ownerText={isUpdateAvailable ? 'Update' : latestVersion.isWeb ? 'Open' : 'Download'}
            tone={isUpdateAvailable ? 'solid' : 'soft'}
          />
        </div>
      ) : null}
    </li>
  );
}

function Nothing() {
  return (
    <EmptyState
      icon={LibraryBig}
      title="Your library is empty"
      action={
        <Link href="/" className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
          See what is new today
        </Link>
      }
    >
      Every app you get or buy is kept here, to download again whenever you like.
    </EmptyState>
  );
}

function NoMatch({ params }: { params: Params }) {
  const title = params.q ? `Nothing in your library matches “${params.q}”` : 'Nothing here';
  const text =
    params.filter === 'updates' && !params.q
      ? 'Everything you have downloaded is up to date.'
      : 'Try other words, or look through all your apps.';
  return (
    <EmptyState
      icon={SearchX}
      title={title}
      action={
        <Link href="/library" className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
          Show all my apps
        </Link>
      }
    >
      {text}
    </EmptyState>
  );
}
