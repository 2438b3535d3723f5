'use client';

import { ReceiptText } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { Results } from '@/components/layout/navigation';
import { buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { formatMoment } from '@/components/ui/format';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Page } from '@/lib/http/fetch-json';
import type { PurchaseListItem } from '@/lib/purchases/schema';
import { AppIcon } from './app-icon';
import { declineSentence } from './purchase-attempt';
import { paidText, purchaseStates } from './purchase-state';

type Props = { params: Params; first: Page<PurchaseListItem>; href: string };

/** What was bought when, for how much, and what became of it. */
export function PurchasesList({ params, first, href }: Props) {
  const pages = usePages<PurchaseListItem>({
    path: '/api/v1/purchases',
    params,
    initial: { page: first, params },
    keepMs: 0,
  });
  if (pages.items.length === 0) {
    return (
      <Results>
        <EmptyState
          icon={ReceiptText}
          title={params.status === 'failed' ? 'No failed purchases' : 'No purchases yet'}
          action={
            params.status === 'failed' ? null : (
              <Link href="/categories" className={buttonClass('primary', 'h-11 rounded-pill px-6')}>
                Look through the categories
              </Link>
            )
          }
        >
          {params.status === 'failed'
            ? 'Every payment of yours went through.'
            : 'Free apps that you get are listed here too.'}
        </EmptyState>
      </Results>
    );
  }
  return (
    <Results isDimmed={pages.isDimmed}>
      <ul aria-label="Purchases" className="divide-y divide-line border-y border-line">
        {pages.items.map((item) => (
          <PurchaseRow key={item.id} item={item} />
        ))}
      </ul>
      <ShowMore pages={pages} href={href} noun="purchases" />
    </Results>
  );
}

function PurchaseRow({ item }: { item: PurchaseListItem }) {
  const { app, status } = item;
  const at = item.purchasedAt ?? item.createdAt;
  const { label, className } = purchaseStates[status];
  return (
    <li className="relative flex items-center gap-4 py-4">
      <AppIcon app={app} size={48} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/purchases/${item.id}`}
          dir="auto"
          className="covering line-clamp-1 rounded-control font-medium break-all"
        >
          {app.name}
        </Link>
        <p dir="auto" className="text-13 text-muted numerals">
          <time dateTime={at}>{formatMoment(at)}</time>
        </p>
        {status === 'failed' ? <p className="text-13 text-muted">{declineSentence(item.declineCode)}</p> : null}
      </div>
      <div className="grid shrink-0 justify-items-end gap-1">
        <p dir="auto" className="font-medium numerals">
          {paidText(item)}
        </p>
        <p className={cx('rounded-pill px-2.5 py-0.5 text-12 font-medium', className)}>{label}</p>
      </div>
    </li>
  );
}
