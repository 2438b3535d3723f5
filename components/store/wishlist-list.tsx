'use client';

import { Heart } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { Results } from '@/components/layout/navigation';
import { buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDate } from '@/components/ui/format';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { WishlistItem } from '@/lib/catalog/schema';
import type { Page } from '@/lib/http/fetch-json';
import { AppIcon } from './app-icon';
import { BuyButton } from './buy-button';
import { OwnedName } from './owned-name';
import { RatingLine } from './rating-line';
import { useOwned } from './use-owned';
import { useIsWished, WishlistButton } from './wishlist-button';

type Props = { params: Params; first: Page<WishlistItem>; owned: string[]; href: string };

/** What I want to remember, with its price now. */
export function WishlistList({ params, first, owned: firstOwned, href }: Props) {
  const initial = { page: first, params };
  const pages = usePages<WishlistItem>({ path: '/api/v1/wishlist', params, initial, keepMs: 0 });
  const owned = useOwned(firstOwned, pages.pageCount > 1);
  if (pages.items.length === 0) return <Nothing />;
  return (
    <Results isDimmed={pages.isDimmed}>
      <ul aria-label="Your wishlist" className="divide-y divide-line border-y border-line">
        {pages.items.map((item) => (
          <WishRow key={item.app.id} item={item} isOwned={owned.has(item.app.id)} />
        ))}
      </ul>
      <ShowMore pages={pages} href={href} noun="apps" />
    </Results>
  );
}

function WishRow({ item: { app, addedAt }, isOwned }: { item: WishlistItem; isOwned: boolean }) {
  const isOn = useIsWished(app, true);
  return (
    <li className="relative flex items-center gap-3 py-4 sm:gap-4">
      <div className={cx('flex min-w-0 flex-1 items-center gap-3 transition-opacity sm:gap-4', !isOn && 'opacity-60')}>
        <AppIcon app={app} size={64} className="size-12 sm:size-16" />
        <div className="min-w-0 flex-1">
          <OwnedName app={app} />
          <p dir="auto" className="line-clamp-2 text-13 wrap-anywhere text-muted sm:line-clamp-1 sm:break-all">
            {app.subtitle || app.developer.name}
          </p>
          {isOn ? (
            <p className="flex flex-wrap items-center gap-x-3 text-13 text-muted numerals">
              {app.isListed ? <RatingLine rating={app.rating} /> : null}
              <span className={cx(app.isListed && 'hidden sm:inline')}>Added {formatDate(addedAt)}</span>
            </p>
          ) : (
            <p className="text-13 text-muted">Removed. Press the heart to keep it after all.</p>
          )}
        </div>
      </div>
      <div className="relative z-10 flex shrink-0 items-center gap-1 sm:gap-2">
        <WishlistButton app={app} isWished size="small" />
        {app.isListed ? (
          <BuyButton app={app} isOwned={isOwned} />
        ) : (
          <span className="block w-[5.25rem] text-center text-12 leading-tight text-muted sm:w-[5.75rem]">
            No longer in the store
          </span>
        )}
      </div>
    </li>
  );
}

function Nothing() {
  return (
    <EmptyState
      icon={Heart}
      title="Nothing on your wishlist"
      action={
        <Link href="/categories" className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
          Look through the categories
        </Link>
      }
    >
      Press the heart on an app’s page to find it here again, with its price of the day.
    </EmptyState>
  );
}
