'use client';

import { Results } from '@/components/layout/navigation';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { AppCard } from '@/lib/catalog/schema';
import type { Page } from '@/lib/http/fetch-json';
import { AppRow } from './app-row';
import { useOwned } from './use-owned';

type Props = {
  path: '/api/v1/apps';
  /** The query of the API that brought `initial`. */
  params: Params;
  initial: Page<AppCard>;
  owned: string[];
  /** This page's own address without the cursor. */
  href: string;
  label: string;
};

/** A calm grid of rows that grows by a page at a time. */
export function AppList({ path, params, initial, owned: firstOwned, href, label }: Props) {
  const pages = usePages<AppCard>({ path, params, initial: { page: initial, params } });
  const owned = useOwned(firstOwned, pages.pageCount > 1);
  return (
    <Results isDimmed={pages.isDimmed}>
      <ul aria-label={label} className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
        {pages.items.map((app) => (
          <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} className="border-b border-line" />
        ))}
      </ul>
      <ShowMore pages={pages} href={href} noun="apps" />
    </Results>
  );
}
