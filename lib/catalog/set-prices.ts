import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { showSoon } from './publish-listing';

export type CountryPrice = { country: string; currency: string; amountMinor: number };

/**
 * Makes these the prices of an app, from now on: what differs ends, what is new begins, what stays is not touched.
 * Subscriptions stay as they are, and so do those who own it. The caller has authorised and holds the app's lock. Says
 * whether anything changed, and publishes `app.changed` then.
 */
export async function setOneTimePrices(
  ctx: Ctx & { db: Tx },
  appId: string,
  prices: readonly CountryPrice[],
): Promise<boolean> {
  const rows = prices.map((price) => ({ id: newId(ctx.now), ...price }));
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as w (id uuid, country text, currency text, "amountMinor" bigint)`;
  const isOpen = sql`p.app_id = ${appId} and p.kind = 'one_time' and p.valid_until is null`;
  const isSame = sql`w.country = p.country and w.currency = p.currency and w."amountMinor" = p.amount_minor`;
  // After whatever began before, even within the millisecond: periods never touch twice.
  const [moment] = await ctx.db.execute<{ at: string }>(sql`
    select to_json(greatest(${ctx.now.toISOString()}::timestamptz, max(p.valid_from) + interval '1 millisecond')) #>> '{}' as at
    from app_prices p where ${isOpen}`);
  const at = sql`${moment?.at}::timestamptz`;
  const ended = await ctx.db.execute(sql`
    update app_prices p set valid_until = ${at}
    where ${isOpen} and not exists (select from ${wanted} where ${isSame}) returning id`);
  const begun = await ctx.db.execute(sql`
    insert into app_prices (id, app_id, country, currency, amount_minor, kind, valid_from, created_at)
    select w.id, ${appId}::uuid, w.country, w.currency, w."amountMinor", 'one_time', ${at}, ${ctx.now.toISOString()}::timestamptz
    from ${wanted} where not exists (select from app_prices p where ${isOpen} and ${isSame}) returning id`);
  if (ended.length + begun.length === 0) return false;
  await publish(ctx, { type: 'app.changed', payload: { appId } });
  showSoon(ctx);
  return true;
}
