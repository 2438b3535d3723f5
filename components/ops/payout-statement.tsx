'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { formatMoney } from '@/lib/money';
import type { Payout, PayoutStatement } from '@/lib/purchases/payouts/schema';
import { monthName } from './payout-months';

/** What a payout is made of: from the balance before to the balance after, and app by app. */
export function PayoutStatementDialog({ payout: asked, onClose }: { payout: Payout | null; onClose: () => void }) {
  // Still there while the dialog goes away.
  const [payout, setPayout] = useState(asked);
  if (asked && asked !== payout) setPayout(asked);
  const path = `/api/v1/ops/payouts/${payout?.id}/statement`;
  const { data, error } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await fetchJson<PayoutStatement>(path, { signal })).body,
    enabled: asked !== null,
    gcTime: 0,
  });
  return (
    <Modal isOpen={asked !== null} onClose={onClose} title={payout ? `Statement, ${monthName(payout.month)}` : ''}>
      {payout ? <p className="mb-4 text-13 text-muted wrap-anywhere">{payout.organization.name}</p> : null}
      {error ? <Notice tone="bad">{sentenceOf(error)}</Notice> : null}
      {data ? <Sums statement={data} /> : error ? null : <div className="skeleton h-72" />}
    </Modal>
  );
}

function Sums({ statement }: { statement: PayoutStatement }) {
  const { currency, sales, refunds, apps } = statement;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency });
  const less = (amountMinor: number) => money(amountMinor === 0 ? 0 : -amountMinor);
  return (
    <>
      <dl className="grid gap-y-1.5 numerals">
        <Sum term="Balance before">{money(statement.openingMinor)}</Sum>
        <Sum term={`${counted(sales.units, 'sale')}, after tax and commission`}>{money(sales.developerMinor)}</Sum>
        <Sum term={counted(refunds.units, 'refund')}>{less(refunds.developerMinor)}</Sum>
        <Sum term="Payout" isStrong>
          {less(statement.payoutMinor)}
        </Sum>
        <Sum term="Balance after">{money(statement.closingMinor)}</Sum>
      </dl>
      <dl className="mt-4 grid gap-y-1.5 border-t border-line pt-4 text-13 numerals">
        <Sum term="Paid by customers">{money(sales.grossMinor - refunds.grossMinor)}</Sum>
        <Sum term="Tax in it">{money(sales.taxMinor - refunds.taxMinor)}</Sum>
        <Sum term="Commission of the store">{money(sales.commissionMinor - refunds.commissionMinor)}</Sum>
      </dl>
      {apps.length > 0 ? (
        <>
          <h3 className="mt-5 mb-1 font-semibold">By app</h3>
          <ul className="divide-y divide-line">
            {apps.map((line) => (
              <li key={line.app.id} className="flex items-baseline justify-between gap-4 py-2 text-13">
                <span className="min-w-0">
                  <span dir="auto" className="block truncate font-medium">
                    {line.app.name}
                  </span>
                  <span className="block text-muted numerals">
                    {counted(line.sales.units, 'sale')}
                    {line.refunds.units > 0 ? `, ${counted(line.refunds.units, 'refund')}` : ''}
                  </span>
                </span>
                <bdi className="shrink-0 numerals">
                  {money(line.sales.developerMinor - line.refunds.developerMinor)}
                </bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Sum({ term, isStrong = false, children }: { term: string; isStrong?: boolean; children: ReactNode }) {
  return (
    <div className={cx('flex items-baseline justify-between gap-6', isStrong && 'font-semibold')}>
      <dt className={isStrong ? undefined : 'text-muted'}>{term}</dt>
      <dd className="shrink-0">
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
