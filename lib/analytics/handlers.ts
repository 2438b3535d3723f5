import { type SQL, sql } from 'drizzle-orm';
import { defineHandler } from '@/lib/events/handler';
import { uuids } from '@/lib/sql';

// Rows are written in the order of their keys, so that two workers cannot wait for each other.

const batchSize = 500;

const utcDay = (column: SQL): SQL => sql`(${column} at time zone 'UTC')::date`;

/** Purchases of the batch that gave this account its first entitlement to the app: those are downloads. */
const firstEntitlements = (purchaseIds: readonly string[], statuses = sql`('completed', 'refunded')`): SQL => sql`
  select p.app_id, p.country, ${utcDay(sql`p.purchased_at`)} as day
  from purchases p
  join entitlements e on e.purchase_id = p.id
  where p.id = any(${uuids(purchaseIds)}) and p.status in ${statuses}
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

/**
 * What a refunded purchase had counted is taken out again: its download on the day it was counted. Revenue keeps what was
 * sold, and says beside it what went back on which day.
 */
const foldRefunds = defineHandler({
  name: 'analytics.refunds',
  event: 'purchase.refunded',
  batchSize,
  async handle({ db }, events) {
    const ids = events.map((event) => event.payload.purchaseId);
    const theirs = firstEntitlements(ids, sql`('refunded')`);
    await db.execute(sql`
      with gone as (
        select app_id, count(*)::int as downloads from (${theirs}) f group by app_id
      ), mine as (
        select s.app_id, g.downloads from gone g join app_stats s on s.app_id = g.app_id order by s.app_id for update of s
      )
      update app_stats s set downloads = greatest(s.downloads - m.downloads, 0) from mine m where s.app_id = m.app_id`);
    await db.execute(sql`
      with gone as (
        select app_id, day, country, count(*)::int as downloads from (${theirs}) f group by app_id, day, country
      ), mine as (
        select d.app_id, d.day, d.country, g.downloads from gone g
        join app_downloads_daily d on d.app_id = g.app_id and d.day = g.day and d.country = g.country
        order by d.app_id, d.day, d.country for update of d
      )
      update app_downloads_daily d set downloads = greatest(d.downloads - m.downloads, 0)
      from mine m where d.app_id = m.app_id and d.day = m.day and d.country = m.country`);
    await db.execute(sql`
      insert into app_revenue_daily (app_id, day, country, currency, refunded_minor)
      select p.app_id, ${utcDay(sql`p.refunded_at`)} as day, p.country, p.currency, sum(p.amount_minor)
      from purchases p where p.id = any(${uuids(ids)}) and p.status = 'refunded' and p.amount_minor > 0
      group by p.app_id, day, p.country, p.currency order by p.app_id, day, p.country, p.currency
      on conflict (app_id, day, country, currency) do update set
        refunded_minor = app_revenue_daily.refunded_minor + excluded.refunded_minor`);
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

/** Downloads, deliveries, revenue and refunds, folded into counters and daily roll-ups in batches. */
export const analyticsHandlers = [foldPurchases, foldDeliveries, foldRefunds];
