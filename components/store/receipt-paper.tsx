'use client';

import { useQuery } from '@tanstack/react-query';
import { BadgeCheck, CircleSlash, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { formatMoment } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import type { AppCard } from '@/lib/catalog/schema';
import { countryName } from '@/lib/country';
import { fetchJson } from '@/lib/http/fetch-json';
import { fromMilliunits } from '@/lib/purchases/receipts/rules';
import type { Transaction } from '@/lib/purchases/receipts/schema';
import { AppIcon } from './app-icon';
import { paidText } from './purchase-state';
import { type Reading, refundReasons, type Tone, wordsFor } from './receipt-reading';

const tones: Record<Tone, { className: string; Icon: typeof BadgeCheck }> = {
  good: { className: 'bg-accent-soft text-accent-text', Icon: BadgeCheck },
  warning: { className: 'bg-amber-soft text-amber-text', Icon: Undo2 },
  bad: { className: 'bg-negative-soft text-negative-text', Icon: CircleSlash },
};

/** The verdict on a receipt and, where it is real, all that it says. */
export function ReceiptPaper({ reading, storeName }: { reading: Reading; storeName: string }) {
  const { tone, title, text } = wordsFor(reading, storeName);
  const { className, Icon } = tones[tone];
  const transaction = reading.kind === 'read' && reading.verdict.valid ? reading.verdict.transaction : null;
  return (
    <article aria-label="Receipt" className="overflow-hidden rounded-card border border-line bg-surface">
      <header className={cx('flex items-start gap-4 p-5 sm:gap-5 sm:p-8', className)}>
        <Icon className="mt-0.5 size-8 shrink-0" strokeWidth={1.5} aria-hidden="true" />
        <div className="min-w-0">
          <h2 className="serif text-26 wrap-anywhere">{title}</h2>
          <p className="mt-1.5 max-w-[52ch] text-ink wrap-anywhere">{text}</p>
        </div>
      </header>
      {transaction ? <Contents transaction={transaction} /> : null}
    </article>
  );
}

function Contents({ transaction: t }: { transaction: Transaction }) {
  const isSubscription = t.type === 'Auto-Renewable Subscription';
  const price = paidText({
    amountMinor: fromMilliunits(t.price, t.currency),
    currency: t.currency,
    kind: isSubscription ? 'subscription' : 'one_time',
  });
  return (
    <div className="px-5 pb-4 sm:px-8 sm:pb-6">
      <div className="flex items-center gap-4 border-b border-line py-6">
        <ReceiptApp bundleId={t.bundleId} />
        <p dir="auto" className="shrink-0 text-17 font-semibold numerals">
          {price}
        </p>
      </div>
      {t.environment === 'Sandbox' ? (
        <p className="border-b border-line py-3 text-13 text-muted">
          A test purchase: it was made with test money, and none moved.
        </p>
      ) : null}
      <dl className="grid grid-cols-1 gap-x-8 pt-3 sm:grid-cols-2">
        <Fact term={t.transactionReason === 'RENEWAL' ? 'Renewed' : 'Bought'}>{momentOf(t.purchaseDate)}</Fact>
        {t.transactionReason === 'RENEWAL' ? <Fact term="First bought">{momentOf(t.originalPurchaseDate)}</Fact> : null}
        {t.expiresDate === undefined ? null : <Fact term="Paid until">{momentOf(t.expiresDate)}</Fact>}
        {t.revocationDate === undefined ? null : (
          <Fact term="Refunded">
            {momentOf(t.revocationDate)}
            <span className="block text-13 text-muted">{refundReasons[t.revocationReason ?? 'OTHER']}</span>
          </Fact>
        )}
        <Fact term="Kind">{isSubscription ? 'Subscription' : 'Bought once'}</Fact>
        <Fact term="Storefront">{countryName(t.storefront)}</Fact>
        <Fact term="Signed">{momentOf(t.signedDate)}</Fact>
        <Fact term="Bundle id" isCode>
          {t.bundleId}
        </Fact>
        <Fact term="Purchase id" isCode>
          {t.transactionId}
        </Fact>
        <Fact term="Buyer, as this developer knows them" isCode>
          {t.appAccountToken}
        </Fact>
      </dl>
    </div>
  );
}

const momentOf = (time: number) => formatMoment(new Date(time).toISOString());

/** By the name that it has in the store; one that is not shown to this visitor by what the receipt calls it. */
function ReceiptApp({ bundleId }: { bundleId: string }) {
  const { data } = useQuery({
    queryKey: ['receipt-app', bundleId],
    queryFn: async () => (await fetchJson<AppCard>(`/api/v1/apps/${encodeURIComponent(bundleId)}`)).body,
    retry: false,
  });
  return (
    <>
      <AppIcon app={data ?? { name: bundleId, iconUrl: null, color: '#888888' }} size={64} isEager />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="text-17 font-semibold wrap-anywhere">
          {data ? (
            <Link href={`/apps/${data.slug}`} className="rounded-control underline-offset-4 hover:underline">
              {data.name}
            </Link>
          ) : (
            bundleId
          )}
        </p>
        {data ? <p className="text-13 text-muted wrap-anywhere">{data.developer.name}</p> : null}
      </div>
    </>
  );
}

function Fact({ term, isCode = false, children }: { term: string; isCode?: boolean; children: ReactNode }) {
  return (
    <div className="min-w-0 py-2.5">
      <dt className="text-13 text-muted">{term}</dt>
      <dd dir="auto" className={cx('wrap-anywhere', isCode && 'font-mono text-13')}>
        {children}
      </dd>
    </div>
  );
}
