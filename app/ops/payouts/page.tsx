import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHead } from '@/components/ops/page-head';
import { PayoutList } from '@/components/ops/payout-list';
import { PayoutMonths } from '@/components/ops/payout-months';
import { buttonClass } from '@/components/ui/button';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listPayouts, listPayoutTotals } from '@/lib/purchases/payouts/queries';
import { payoutsQuery } from '@/lib/purchases/payouts/schema';
import { addressOf, fromCursor, keepValid, pick, type SearchParams } from '../../search-params';

export const metadata: Metadata = { title: 'Payouts', robots: { index: false } };

const path = '/ops/payouts';

export default async function PayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', path);
  const asked = keepValid(payoutsQuery, await pick(searchParams, ['month', 'cursor']));
  const totals = await listPayoutTotals(ctx);
  const month = asked.month ?? totals[0]?.month;
  const filters: Record<string, string> = month === undefined ? {} : { month };
  const { page, ...from } = await fromCursor(asked.cursor, (cursor) =>
    listPayouts(ctx, payoutsQuery.parse({ ...filters, cursor })),
  );
  const file = page.items.length > 0 && month !== undefined ? addressOf(`/api/v1${path}/export`, { month }) : null;
  return (
    <>
      <PageHead
        title="Payouts"
        text="What developers are owed of each month’s sales, made on the second of the next one."
        action={
          file ? (
            <a href={file} download className={buttonClass('soft', 'h-11 rounded-pill px-5')}>
              <span className="inline-flex items-center gap-2">
                <Download className="size-4.5" aria-hidden="true" />
                CSV for the bank
              </span>
            </a>
          ) : null
        }
      />
      {month === undefined ? null : <PayoutMonths totals={totals} month={month} />}
      <PayoutList key={month} initial={page} params={{ ...filters, ...from }} href={addressOf(path, filters)} />
    </>
  );
}
