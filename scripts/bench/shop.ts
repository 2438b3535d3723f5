import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { UserActor } from '@/lib/context';

export type Offer = { appId: string; priceId: string; amountMinor: number; currency: string };
export type Shop = { free: Offer[]; paid: Offer[]; people: UserActor[]; organizationIds: string[] };

type Row = { app_id: string; price_id: string; amount_minor: string };

/** Listed apps without pictures, half of them free, and people who have bought nothing yet. */
export async function openShop(db: Db, { apps, people }: { apps: number; people: number }): Promise<Shop> {
  const organizations = await db.execute<{ id: string }>(sql`
    insert into organizations (id, slug, name, country, created_at)
    select gen_random_uuid(), 'maker-' || n, 'Maker ' || n, 'US', now() from generate_series(1, 20) n returning id`);
  await db.execute(sql`
    with makers as (select id, row_number() over (order by slug) as n from organizations),
    made as (
      insert into apps (id, organization_id, category_slug, bundle_id, slug, name, subtitle, description, platforms, status,
        released_at, last_released_at, created_at, updated_at)
      select gen_random_uuid(), (select id from makers where makers.n = 1 + i % 20), (select slug from categories order by position limit 1),
        'com.example.a' || i, 'a' || i, 'App ' || i, 'Does one thing', 'Of a measurement', '{linux}', 'listed', now() - interval '1 day',
        now() - interval '1 day', now() - interval '1 day', now()
      from generate_series(1, ${2 * apps}) i returning id, category_slug, slug)
    , stats as (insert into app_stats (app_id, category_slug) select id, category_slug from made)
    insert into app_prices (id, app_id, country, currency, amount_minor, kind, valid_from, created_at)
    select gen_random_uuid(), id, '*', 'USD', case when substr(slug, 2)::int <= ${apps} then 0 else 499 end, 'one_time',
      now() - interval '1 day', now() from made`);
  const rows = await db.execute<Row>(sql`select app_id, id as price_id, amount_minor from app_prices`);
  const users = await db.execute<{ id: string }>(sql`
    insert into users (id, email, name, country, created_at)
    select gen_random_uuid(), 'person-' || n || '@example.com', 'Person ' || n, 'US', now() from generate_series(1, ${people}) n
    returning id`);
  await db.execute(sql`analyze`);
  const offers = rows.map(({ app_id, price_id, amount_minor }) => ({
    appId: app_id,
    priceId: price_id,
    amountMinor: Number(amount_minor),
    currency: 'USD',
  }));
  return {
    free: offers.filter(({ amountMinor }) => amountMinor === 0),
    paid: offers.filter(({ amountMinor }) => amountMinor > 0),
    organizationIds: organizations.map(({ id }) => id),
    people: users.map(({ id }) => ({ kind: 'user', userId: id, sessionId: id, roles: [], country: 'US' })),
  };
}

export const wishFor = ({ appId, priceId, amountMinor, currency }: Offer, paymentMethodId?: string) => ({
  appId,
  priceId,
  expected: { amountMinor, currency },
  ...(paymentMethodId ? { paymentMethodId } : {}),
});
