import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import type { SaleRates } from './rules';

/** Proceeds of finished years, which no longer change; by organisation and year. */
const proceeds = new Map<string, number>();
const maxKept = 10_000;

/**
 * Tax of the country and commission of the app's organisation: the reduced rate below the threshold of its proceeds
 * in the last calendar year (UTC). Only proceeds in USD count until the store knows exchange rates.
 */
export async function saleRates(ctx: Ctx, appId: string, country: string): Promise<SaleRates> {
  const { taxRates, commission } = await getSettings(ctx);
  const tax = taxRates[country] ?? 0;
  const lastYear = ctx.now.getUTCFullYear() - 1;
  const earned = await proceedsUsdMinor(ctx, appId, lastYear);
  return {
    tax,
    commission: earned < commission.reducedBelowUsdMinor ? commission.reducedRate : commission.standardRate,
  };
}

async function proceedsUsdMinor(ctx: Ctx, appId: string, year: number): Promise<number> {
  const key = `${appId}:${year}`;
  const known = proceeds.get(key);
  if (known !== undefined) return known;
  const [row] = await ctx.db.execute<{ earned: string }>(sql`
    select coalesce(-sum(l.amount_minor), 0) as earned
    from apps a
    join ledger_entries l on l.account = 'organization:' || a.organization_id || ':payable'
    where a.id = ${appId} and l.currency = 'USD' and l.purchase_id is not null
      and l.created_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'UTC')
      and l.created_at < make_timestamptz(${year + 1}::int, 1, 1, 0, 0, 0, 'UTC')`);
  const earned = Number(row?.earned ?? 0);
  if (proceeds.size >= maxKept) proceeds.clear();
  proceeds.set(key, earned);
  return earned;
}
