import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { appendAudit } from '@/lib/audit';
import { type CountryPrice, setOneTimePrices } from '@/lib/catalog/set-prices';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError, type FieldError } from '@/lib/errors';
import { exponentOf } from '@/lib/money';
import { holdApp } from '@/lib/publishing/drafts';
import { requireApp } from '@/lib/publishing/require-app';
import type { PricesView, putPricesBody } from '@/lib/publishing/prices/schema';
import { getSettings } from '@/lib/settings';
import { currencyOf } from './currencies';
import { convert, friendlyAmount } from './friendly';
import { describePrices } from './prices';

type Body = z.output<typeof putPricesBody>;
type Rates = ReadonlyMap<string, number>;

/** What is not free costs so much, in US dollars. */
const rangeUsd = { least: 0.1, most: 10_000 };

/**
 * Sets the base price and the exceptions. Countries with a currency of their own pay what the base is there, with a
 * friendly ending; the others pay the base. In force at once, tax included; owners keep what they own, also when a free
 * app becomes a paid one. For admins and keys that may release; audited. Throws as `requireApp`, 422 `unknown_currency`,
 * 422 `price_out_of_range`.
 */
export async function putPrices(ctx: Ctx, ref: string, body: Body): Promise<PricesView> {
  const app = await requireApp(ctx, ref, 'release');
  const { appId } = app;
  const [rates, { countries }] = await Promise.all([readRates(ctx), getSettings(ctx)]);
  const prices = pricesOf(body, rates, countries);
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const { currency, amountMinor } = body.base;
    await ctx.db.execute(sql`
      insert into price_plans (app_id, base_currency, base_amount_minor, overrides, updated_at, updated_by)
      values (${appId}, ${currency}, ${amountMinor}, ${JSON.stringify(body.overrides)}::jsonb,
        ${ctx.now.toISOString()}::timestamptz, ${ctx.actor.kind === 'user' ? ctx.actor.userId : null})
      on conflict (app_id) do update set base_currency = excluded.base_currency, overrides = excluded.overrides,
        base_amount_minor = excluded.base_amount_minor, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
    if (!(await setOneTimePrices(ctx, appId, prices))) return;
    await appendAudit(ctx, {
      action: 'app.priced',
      subjectType: 'app',
      subjectId: appId,
      changes: { base: body.base, overrides: body.overrides, prices },
    });
  });
  return describePrices(ctx, appId);
}

async function readRates(ctx: Ctx): Promise<Rates> {
  const rows = await ctx.db.execute<{ currency: string; per_usd: string }>(
    sql`select currency, per_usd from exchange_rates`,
  );
  return new Map(rows.map((row) => [row.currency, Number(row.per_usd)]));
}

/** What each country of the store pays, and those with a price of their own; `*` is everybody else. */
function pricesOf({ base, overrides }: Body, rates: Rates, countries: readonly string[]): CountryPrice[] {
  const perUsd = rates.get(base.currency);
  if (perUsd === undefined) {
    const message = `This store has no exchange rate for ${base.currency}.`;
    throw new AppError('unprocessable', 'unknown_currency', {
      detail: message,
      errors: [{ path: 'base.currency', message }],
    });
  }
  const from = { currency: base.currency, perUsd };
  const priceIn = (country: string): CountryPrice => {
    const own = currencyOf(country) ?? base.currency;
    const rate = rates.get(own);
    const currency = rate === undefined ? base.currency : own;
    const override = overrides[country];
    if (override !== undefined) return { country, currency, amountMinor: override };
    if (currency === base.currency || rate === undefined) return { country, ...base };
    return {
      country,
      currency,
      amountMinor: friendlyAmount(convert(base.amountMinor, from, { perUsd: rate }), currency),
    };
  };
  const prices = [...new Set([...countries, ...Object.keys(overrides)])].map(priceIn);
  requireInRange(
    [
      ['base.amountMinor', { country: '*', ...base }],
      ...prices
        .filter(({ country }) => overrides[country] !== undefined)
        .map((price): [string, CountryPrice] => [`overrides.${price.country}`, price]),
    ],
    rates,
  );
  return [...prices, { country: '*', ...base }];
}

function requireInRange(named: [path: string, price: CountryPrice][], rates: Rates): void {
  const errors = named.flatMap(([path, { amountMinor, currency }]): FieldError[] => {
    const usd = amountMinor / 10 ** exponentOf(currency) / (rates.get(currency) ?? 1);
    if (amountMinor === 0 || (usd >= rangeUsd.least && usd <= rangeUsd.most)) return [];
    return [{ path, message: `Nothing, or from ${rangeUsd.least} to ${rangeUsd.most} US dollars.` }];
  });
  if (errors.length > 0)
    throw new AppError('unprocessable', 'price_out_of_range', { detail: errors[0]?.message, errors });
}
