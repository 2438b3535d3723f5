import Link from 'next/link';
import type { AppCard } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { BuyButton } from './buy-button';

/** One app in a rail: its icon on a ground of its own colour. */
export function AppTile({ app, isOwned }: { app: AppCard; isOwned: boolean }) {
  return (
    <li className="relative flex w-52 flex-col rounded-card">
      <div
        className="grid h-40 place-items-center rounded-card"
        style={{ background: `color-mix(in oklab, ${app.color} var(--tint), var(--paper))` }}
      >
        <AppIcon app={app} size={96} />
      </div>
      <div className="flex items-start gap-3 pt-3">
        <div className="min-w-0 flex-1">
          <Link href={`/apps/${app.slug}`} className="covering line-clamp-1 rounded-control font-medium break-all">
            {app.name}
          </Link>
          <p className="line-clamp-2 min-h-10 text-13 text-muted">{app.subtitle || app.categoryName}</p>
        </div>
      </div>
      <div className="relative z-10 mt-2.5">
        <BuyButton app={app} isOwned={isOwned} />
      </div>
    </li>
  );
}
