import { type SQL, sql } from 'drizzle-orm';
import { defineHandler } from '@/lib/events/handler';

// Rows are written in the order of their keys, so that two workers cannot wait for each other.

const batchSize = 500;

const uuids = (ids: readonly string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;

const utcDay = (column: SQL): SQL => sql`(${column} at time zone 'UTC')::date`;

/** Purchases of the batch that gave this account its first entitlement to the app: those are downloads. */
const firstEntitlements = (purchaseIds: readonly string[]): SQL => sql`
  select p.app_id, p.country, ${utcDay(sql`p.purchased_at`)} as day
  from purchases p
  join entitlements e on e.purchase_id = p.id
  where p.id = any(${uuids(purchaseIds)}) and p.status in ('completed', 'refunded')
    and not exists (
      select from entitlements earlier
      where earlier.app_id = e.app_id and earlier.user_id = e.user_id
        and (earlier.granted_at, earlier.id) < (e.granted_at, e.id)
    )`;

const foldPurchases = defineHandler({
  name: 'analytics.purchases',
  event: 'purchase.completed',
  batchSize,
  async handle({ db }, events) {
    const ids = events.map((event) => event.payload.purchaseId);
    await db.execute(sql`
      insert into app_stats (app_id, category_slug, downloads)
      select a.id, a.category_slug, count(*) from (${firstEntitlements(ids)}) f join apps a on a.id = f.app_id
      group by a.id order by a.id
      on conflict (app_id) do update set downloads = app_stats.downloads + excluded.downloads`);
    await db.execute(sql`
      insert into app_downloads_daily (app_id, day, country, downloads)
      select app_id, day, country, count(*) from (${firstEntitlements(ids)}) f
      group by app_id, day, country order by app_id, day, country
      on conflict (app_id, day, country) do update set downloads = app_downloads_daily.downloads + excluded.downloads`);
    await db.execute(sql`
      insert into app_revenue_daily (app_id, day, country, currency, units, gross_minor, tax_minor, commission_minor)
      select p.app_id, ${utcDay(sql`p.purchased_at`)} as day, p.country, p.currency, count(*), sum(p.amount_minor), sum(l.tax), sum(l.commission)
      from purchases p
      cross join lateral (
        select coalesce(-sum(amount_minor) filter (where account like 'tax:payable:%'), 0) as tax,
          coalesce(-sum(amount_minor) filter (where account = 'store:commission'), 0) as commission
        from ledger_entries where transaction_id = p.id
      ) l
      where p.id = any(${uuids(ids)}) and p.status in ('completed', 'refunded') and p.amount_minor > 0
      group by p.app_id, day, p.country, p.currency order by p.app_id, day, p.country, p.currency
      on conflict (app_id, day, country, currency) do update set
        units = app_revenue_daily.units + excluded.units,
        gross_minor = app_revenue_daily.gross_minor + excluded.gross_minor,
        tax_minor = app_revenue_daily.tax_minor + excluded.tax_minor,
        commission_minor = app_revenue_daily.commission_minor + excluded.commission_minor`);
  },
});

const foldDeliveries = defineHandler({
  name: 'analytics.deliveries',
  event: 'app.downloaded',
  batchSize,
  async handle({ db }, events) {
    const ids = events.map((event) => event.payload.deliveryId);
    await db.execute(sql`
      insert into app_downloads_daily (app_id, day, country, deliveries)
      select app_id, ${utcDay(sql`created_at`)} as day, country, count(*) from deliveries where id = any(${uuids(ids)})
      group by app_id, day, country order by app_id, day, country
      on conflict (app_id, day, country) do update set deliveries = app_downloads_daily.deliveries + excluded.deliveries`);
  },
});

/** Downloads, deliveries and revenue, folded into counters and daily roll-ups in batches. */
export const analyticsHandlers = [foldPurchases, foldDeliveries];
