import { sql } from 'drizzle-orm';
import type { CountryPrice } from '@/lib/catalog/set-prices';
import type { Ctx } from '@/lib/context';
import { requireApp } from '@/lib/publishing/require-app';
import type { PricesView } from '@/lib/publishing/prices/schema';
import { getSettings } from '@/lib/settings';

type PlanRow = { base_currency: string; base_amount_minor: string; overrides: Record<string, number> };
type PriceRow = { country: string; currency: string; amount_minor: string };

/** The base price, and what every country pays. Throws as `requireApp`. */
export async function getPrices(ctx: Ctx, ref: string): Promise<PricesView> {
  const { appId } = await requireApp(ctx, ref, 'read');
  return describePrices(ctx, appId);
}

/** The prices as whoever was authorised for the app sees them. */
export async function describePrices(ctx: Ctx, appId: string): Promise<PricesView> {
  const [[plan], rows, { countries }] = await Promise.all([
    ctx.db.execute<PlanRow>(
      sql`select base_currency, base_amount_minor, overrides from price_plans where app_id = ${appId}`,
    ),
    ctx.db.execute<PriceRow>(sql`
      select country, currency, amount_minor from app_prices
      where app_id = ${appId} and kind = 'one_time' and valid_until is null order by country`),
    getSettings(ctx),
  ]);
  const open = new Map<string, CountryPrice>(
    rows.map((row) => [
      row.country,
      { country: row.country, currency: row.currency, amountMinor: Number(row.amount_minor) },
    ]),
  );
  const overrides = plan?.overrides ?? {};
  const shown = [...new Set([...countries, ...Object.keys(overrides), '*'])];
  return {
    base: plan ? { currency: plan.base_currency, amountMinor: Number(plan.base_amount_minor) } : null,
    countries: shown.flatMap((country) => {
      const price = open.get(country) ?? open.get('*');
      return price ? [{ ...price, country, isOverride: Object.hasOwn(overrides, country) }] : [];
    }),
  };
}
