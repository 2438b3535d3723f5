'use client';

import { Link } from '@/components/ui/link';
import type { AppCard } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { BuyButton } from './buy-button';
import { buyableOf } from './buyable';

/** One app in a rail: its icon on a ground of its own colour. */
export function AppTile({ app, isOwned }: { app: AppCard; isOwned: boolean }) {
  return (
    <li className="relative flex w-52 flex-col rounded-card sm:w-60">
      <div
        className="grid h-40 place-items-center rounded-card sm:h-44"
        style={{ background: `color-mix(in oklab, ${app.color} var(--tint), var(--paper))` }}
      >
        <AppIcon app={app} size={96} />
      </div>
      <Link
        href={`/apps/${app.slug}`}
        dir="auto"
        className="covering mt-3 line-clamp-1 rounded-control font-medium break-all"
      >
        {app.name}
      </Link>
      <p dir="auto" className="line-clamp-1 text-13 break-all text-muted">
        {app.subtitle || app.developer.name}
      </p>
      <BuyButton app={buyableOf(app)} isOwned={isOwned} className="relative z-10 mt-2.5 self-start" />
    </li>
  );
}
