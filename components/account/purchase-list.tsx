'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { AppIcon } from '@/components/store/app-icon';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { formatDate } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { fetchJson, type Page, sentenceOf } from '@/lib/http/fetch-json';
import { formatMoney } from '@/lib/money';
import type { PurchaseListItem } from '@/lib/purchases/schema';

const states: Record<PurchaseListItem['status'], { label: string; className: string } | null> = {
  completed: null,
  pending: { label: 'Waiting for the payment', className: 'bg-amber-soft text-amber-text' },
  refunded: { label: 'Refunded', className: 'bg-sunken text-muted' },
  failed: { label: 'Not paid', className: 'bg-negative-soft text-negative-text' },
};

export function PurchaseList({ first }: { first: Page<PurchaseListItem> }) {
  const pages = useInfiniteQuery({
    queryKey: ['purchases'],
    queryFn: async ({ pageParam, signal }) =>
      (await fetchJson<Page<PurchaseListItem>>(`/api/v1/purchases?cursor=${encodeURIComponent(pageParam)}`, { signal })).body,
    initialPageParam: '',
    initialData: { pages: [first], pageParams: [''] },
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line border-y border-line">
        {pages.data.pages
          .flatMap((page) => page.items)
          .map((purchase) => (
            <Row key={purchase.id} purchase={purchase} />
          ))}
      </ul>
      {pages.isError ? <Notice tone="bad">{sentenceOf(pages.error)}</Notice> : null}
      {pages.hasNextPage ? (
        <Button tone="soft" className="justify-self-center" isWorking={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}

function Row({ purchase }: { purchase: PurchaseListItem }) {
  const { app, status } = purchase;
  const state = states[status];
  return (
    <li className="relative flex items-center gap-4 py-3.5">
      <AppIcon app={app} size={48} />
      <div className="min-w-0 flex-1">
        <Link href={`/apps/${app.slug}`} className="covering block truncate font-medium">
          {app.name}
        </Link>
        <p className="numerals flex flex-wrap items-center gap-x-2 text-13 text-muted">
          <time dateTime={purchase.createdAt}>{formatDate(purchase.purchasedAt ?? purchase.createdAt)}</time>
          {state ? <span className={cx('rounded-pill px-2 text-12 font-medium', state.className)}>{state.label}</span> : null}
        </p>
      </div>
      <p className={cx('numerals shrink-0 font-medium', status === 'refunded' && 'text-muted line-through')}>
        {purchase.amountMinor === 0 ? 'Free' : formatMoney(purchase)}
      </p>
    </li>
  );
}
