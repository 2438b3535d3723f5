import { eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { apps } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import type { SaleRates } from './rules';

/** Who is owed what of a sale. */
export type SaleTerms = SaleRates & { organizationId: string };

/**
 * Proceeds of finished years, by organisation and year. They hardly change any more: what was booked in the year's last
 * moments may still be on its way when they are first read.
 */
const proceeds = new LRUCache<string, number>({ max: 10_000, ttl: 3_600_000 });

/**
 * Tax of the country and commission of the app's organisation: the reduced rate below the threshold of its proceeds
 * in the last calendar year (UTC), less what was refunded in it. Only proceeds in USD count until the store knows
 * exchange rates.
 */
export async function saleTerms(ctx: Ctx, appId: string, country: string): Promise<SaleTerms> {
  const { taxRates, commission } = await getSettings(ctx);
  const tax = taxRates[country] ?? 0;
  const lastYear = ctx.now.getUTCFullYear() - 1;
  const organizationId = await organizationOf(ctx, appId);
  const earned = await proceedsUsdMinor(ctx, organizationId, lastYear);
  return {
    organizationId,
    tax,
    commission: earned < commission.reducedBelowUsdMinor ? commission.reducedRate : commission.standardRate,
  };
}

async function organizationOf(ctx: Ctx, appId: string): Promise<string> {
  const [app] = await ctx.db.select({ organizationId: apps.organizationId }).from(apps).where(eq(apps.id, appId));
  if (!app) throw new Error(`app ${appId} is gone`);
  return app.organizationId;
}

/** Sales and refunds carry their purchase; payouts, which are no proceeds, carry none. */
async function proceedsUsdMinor(ctx: Ctx, organizationId: string, year: number): Promise<number> {
  const key = `${organizationId}:${year}`;
  const known = proceeds.get(key);
  if (known !== undefined) return known;
  const [row] = await ctx.db.execute<{ earned: string }>(sql`
    select coalesce(-sum(amount_minor), 0) as earned from ledger_entries
    where account = ${`organization:${organizationId}:payable`} and currency = 'USD' and purchase_id is not null
      and created_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'UTC')
      and created_at < make_timestamptz(${year + 1}::int, 1, 1, 0, 0, 0, 'UTC')`);
  const earned = Number(row?.earned ?? 0);
  proceeds.set(key, earned);
  return earned;
}
