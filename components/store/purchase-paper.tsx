import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { formatMoment } from '@/components/ui/format';
import { countryName } from '@/lib/country';
import { formatMoney } from '@/lib/money';
import type { PurchaseDetail } from '@/lib/purchases/schema';
import { AppIcon } from './app-icon';
import { perPeriod } from './price-text';
import { declineSentence } from './purchase-attempt';
import { paidText, purchaseStates } from './purchase-state';

type Props = { purchase: PurchaseDetail; storeName: string };

/** What was bought, as one sheet that stands alone on paper. */
export function PurchasePaper({ purchase, storeName }: Props) {
  const { app, status, amountMinor, currency, taxMinor, taxRate } = purchase;
  const { label, className } = purchaseStates[status];
  const money = (amount: number) => formatMoney({ amountMinor: amount, currency });
  return (
    <article
      aria-label={`Purchase of ${app.name}`}
      className="rounded-card border border-line bg-surface p-5 sm:p-8 print:border-0 print:bg-transparent print:p-0"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line pb-5">
        <div>
          <p className="hidden serif text-26 print:block">{taxMinor === null ? 'Purchase' : 'Invoice'}</p>
          <p className="serif text-20">{storeName}</p>
        </div>
        <p dir="auto" className="text-13 text-muted numerals">
          <time dateTime={purchase.purchasedAt ?? purchase.createdAt}>
            {formatMoment(purchase.purchasedAt ?? purchase.createdAt)}
          </time>
        </p>
      </header>
      <div className="flex items-center gap-4 border-b border-line py-6">
        <AppIcon app={app} size={64} isEager />
        <div className="min-w-0 flex-1">
          <p dir="auto" className="text-17 font-semibold wrap-anywhere">
            {app.name}
          </p>
          <p className="text-13 text-muted wrap-anywhere">
            {app.developer.name}
            {app.isListed ? null : ', no longer in the store'}
          </p>
        </div>
        <p dir="auto" className="shrink-0 text-17 font-semibold numerals">
          {paidText(purchase)}
        </p>
      </div>
      {amountMinor > 0 ? (
        <div className="border-b border-line py-5">
          <dl className="grid grid-cols-[1fr_auto] items-baseline gap-x-8 gap-y-1.5 text-end numerals">
            {taxMinor === null ? null : (
              <>
                <Sum term="Before tax">{money(amountMinor - taxMinor)}</Sum>
                <Sum term={`Tax included, ${percentOf(taxRate ?? 0)}, ${countryName(purchase.country)}`}>
                  {money(taxMinor)}
                </Sum>
              </>
            )}
            <Sum term="Total" isTotal>
              {money(amountMinor)}
            </Sum>
            {status === 'refunded' ? <Sum term="Given back">{`−${money(amountMinor)}`}</Sum> : null}
          </dl>
        </div>
      ) : null}
      <dl className="grid grid-cols-1 gap-x-8 pt-3 sm:grid-cols-2 print:grid-cols-2">
        <Fact term="Status">
          <span
            className={cx(
              'inline-block rounded-pill px-2.5 py-0.5 text-13 font-medium print:bg-transparent print:px-0',
              className,
            )}
          >
            {label}
          </span>
          {status === 'failed' ? (
            <span className="mt-1 block text-13 text-muted">{declineSentence(purchase.declineCode)}</span>
          ) : null}
        </Fact>
        <Fact term="Kind">{kindText(purchase)}</Fact>
        <Fact term={status === 'failed' || status === 'pending' ? 'Tried' : 'Bought'}>
          {formatMoment(purchase.purchasedAt ?? purchase.createdAt)}
        </Fact>
        {purchase.refundedAt ? <Fact term="Refunded">{formatMoment(purchase.refundedAt)}</Fact> : null}
        {purchase.expiresAt ? <Fact term="Paid until">{formatMoment(purchase.expiresAt)}</Fact> : null}
        {purchase.paymentMethod ? <Fact term="Paid with">{purchase.paymentMethod}</Fact> : null}
        <Fact term="Storefront">{countryName(purchase.country)}</Fact>
        <Fact term="Bought by">
          {purchase.buyer.name}
          <span className="block text-13 text-muted">{purchase.buyer.email}</span>
        </Fact>
        <Fact term="Developer">{app.developer.name}</Fact>
        <Fact term="Bundle id">
          <span className="font-mono text-13">{app.bundleId}</span>
        </Fact>
        <Fact term="Purchase id">
          <span className="font-mono text-13">{purchase.id}</span>
        </Fact>
      </dl>
    </article>
  );
}

function kindText({ kind, period, isRenewal, amountMinor }: PurchaseDetail): string {
  if (kind === 'one_time') return amountMinor > 0 ? 'Bought once' : 'Free app';
  const length = period ? `, paid ${perPeriod[period]}` : '';
  return `${isRenewal ? 'Renewal of a subscription' : 'Subscription'}${length}`;
}

function Sum({ term, isTotal = false, children }: { term: string; isTotal?: boolean; children: ReactNode }) {
  return (
    <>
      <dt className={isTotal ? 'text-17 font-semibold' : 'text-muted'}>{term}</dt>
      <dd className={isTotal ? 'text-17 font-semibold' : undefined}>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}

const percentOf = (rate: number) => rate.toLocaleString('en', { style: 'percent', maximumFractionDigits: 4 });

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="py-2.5 break-inside-avoid">
      <dt className="text-13 text-muted">{term}</dt>
      <dd dir="auto" className="wrap-anywhere">
        {children}
      </dd>
    </div>
  );
}
