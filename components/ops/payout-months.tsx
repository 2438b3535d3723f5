import { counted } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { formatMoney } from '@/lib/money';
import { once } from '@/lib/once';
import type { PayoutTotal } from '@/lib/purchases/payouts/schema';

const monthFormat = once(() => new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }));

/** "2026-10" → "October 2026". */
export const monthName = (month: string) => monthFormat().format(new Date(`${month}-01T00:00:00Z`));

/** The months that have payouts, and what the chosen one came to. */
export function PayoutMonths({ totals, month }: { totals: readonly PayoutTotal[]; month: string }) {
  const months = [...new Set([...totals.map((total) => total.month), month])].sort().reverse();
  const sums = totals.filter((total) => total.month === month);
  return (
    <>
      <nav aria-label="Months" className="mb-6">
        <ul className="rail gap-1">
          {months.map((one) => (
            <li key={one} className="shrink-0">
              <Link
                href={`/ops/payouts?month=${one}`}
                aria-current={one === month ? 'true' : undefined}
                className="inline-flex h-11 items-center rounded-pill px-4 text-13 font-medium whitespace-nowrap text-muted hover:text-ink aria-[current=true]:bg-sunken aria-[current=true]:text-ink"
              >
                {monthName(one)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {sums.length > 0 ? (
        <dl aria-label={`Totals of ${monthName(month)}`} className="mb-8 flex flex-wrap gap-x-10 gap-y-4">
          {sums.map(({ currency, amountMinor, count, pendingCount }) => (
            <div key={currency} className="min-w-0">
              <dt className="text-13 text-muted">{currency}</dt>
              <dd>
                <span dir="auto" className="block text-26 font-semibold wrap-anywhere numerals">
                  {formatMoney({ amountMinor, currency })}
                </span>
                <span className="block text-13 text-muted numerals">
                  {counted(count, 'payout')}
                  {pendingCount > 0 ? `, ${pendingCount} to pay` : ', all paid'}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
