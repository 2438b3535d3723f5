'use client';

import { Marked } from '@/components/search/marked';
import { Link } from '@/components/ui/link';
import { cx } from '@/components/ui/cx';
import type { AppCard } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { BuyButton } from './buy-button';
import { buyableOf } from './buyable';
import { RatingLine } from './rating-line';

type Props = {
  app: AppCard;
  isOwned: boolean;
  rank?: number;
  iconSize?: 48 | 64;
  /** What was searched for: it stands out in name and subtitle. */
  query?: string;
  className?: string;
  as?: 'li' | 'div';
};

/** One app in a list where people compare: rank, icon, name, subtitle, rating, price button. */
export function AppRow({ app, isOwned, rank, iconSize = 64, query = '', className, as: Tag = 'li' }: Props) {
  return (
    <Tag className={cx('group relative flex items-center gap-3 py-3 sm:gap-3.5', className)}>
      {rank === undefined ? null : (
        <span className="serif w-6 shrink-0 text-center sm:w-7 text-20 text-muted numerals">
          <span className="sr-only">Rank </span>
          {rank}
        </span>
      )}
      <AppIcon app={app} size={iconSize} className={iconSize === 64 ? 'size-12 sm:size-16' : undefined} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/apps/${app.slug}`}
          dir="auto"
          className="covering line-clamp-2 rounded-control font-medium wrap-anywhere sm:line-clamp-1 sm:break-all"
        >
          <Marked text={app.name} query={query} />
        </Link>
        <p dir="auto" className="line-clamp-2 text-13 wrap-anywhere text-muted sm:line-clamp-1 sm:break-all">
          <Marked text={app.subtitle || app.developer.name} query={query} />
        </p>
        <RatingLine rating={app.rating} />
      </div>
      <BuyButton app={buyableOf(app)} isOwned={isOwned} className="relative z-10" />
    </Tag>
  );
}
