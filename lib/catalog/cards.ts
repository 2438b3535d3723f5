import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { AppCard, Price } from './schema';
import { uuids } from '@/lib/sql';

type PriceColumns = {
  price_id: string | null;
  amount_minor: string | null;
  currency: string | null;
  price_kind: Price['kind'] | null;
  period: Price['period'] | null;
  trial_days: number | null;
};

type CardRow = PriceColumns & {
  id: string;
  slug: string;
  bundle_id: string;
  name: string;
  subtitle: string;
  developer_slug: string;
  developer_name: string;
  is_verified: boolean;
  is_listed: boolean;
  category_slug: string;
  category_name: string;
  icon_id: string | null;
  color: string | null;
  shown_rating: number | null;
  shown_rating_count: string | null;
  shown_downloads: string | null;
};

/** Colour under an app that has no icon. */
export const plainColor = '#8a8580';

/** Joins `price`: the row in force for the country, else for everywhere; one-time before subscription, then the cheapest. */
export const priceJoin = (country: string, now: Date): SQL => sql`
  left join lateral (
    select p.id, p.amount_minor, p.currency, p.kind, p.period, p.trial_days
    from app_prices p
    where p.app_id = a.id and p.country in (${country}, '*')
      and p.valid_from <= ${now.toISOString()}::timestamptz
      and (p.valid_until is null or p.valid_until > ${now.toISOString()}::timestamptz)
    order by p.country = '*', p.kind = 'subscription', p.amount_minor, p.id
    limit 1
  ) price on true`;

const priceColumns = sql`price.id as price_id, price.amount_minor, price.currency, price.kind as price_kind, price.period, price.trial_days`;

/** Where the pictures of a media row are; the widths that exist are in media.ts. */
export const mediaUrl = (id: string, width: number) => `/media/${id}/${width}.webp`;

/** Cards of these apps by id, whatever their status: callers decide who may see them. */
export async function listCards(ctx: Ctx, ids: readonly string[], country: string): Promise<Map<string, AppCard>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.execute<CardRow>(sql`
    select a.id, a.slug, a.bundle_id, a.name, a.subtitle, o.slug as developer_slug, o.name as developer_name,
      o.verified_domain is not null as is_verified, a.status = 'listed' as is_listed, a.category_slug, c.name as category_name,
      m.id as icon_id, m.color, s.shown_rating, s.rating_count + s.imported_rating_count as shown_rating_count,
      s.shown_downloads, ${priceColumns}
    from apps a
    join organizations o on o.id = a.organization_id
    join categories c on c.slug = a.category_slug
    left join app_stats s on s.app_id = a.id
    left join app_media m on m.app_id = a.id and m.kind = 'icon'
    ${priceJoin(country, ctx.now)}
    where a.id = any(${uuids(ids)})`);
  return new Map(rows.map((row) => [row.id, toCard(row)]));
}

/** Cards in the order of `ids`. */
export async function listCardsInOrder(ctx: Ctx, ids: readonly string[], country: string): Promise<AppCard[]> {
  const cards = await listCards(ctx, ids, country);
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** The price in force for the country; null where the app is not for sale. */
export async function priceInForce(ctx: Ctx, appId: string, country: string): Promise<Price | null> {
  const [row] = await ctx.db.execute<PriceColumns>(
    sql`select ${priceColumns} from apps a ${priceJoin(country, ctx.now)} where a.id = ${appId}`,
  );
  return row ? toPrice(row) : null;
}

function toPrice(row: PriceColumns): Price | null {
  if (row.price_id === null || row.currency === null || row.price_kind === null) return null;
  return {
    id: row.price_id,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    kind: row.price_kind,
    ...(row.period ? { period: row.period } : {}),
    ...(row.trial_days ? { trialDays: row.trial_days } : {}),
  };
}

function toCard(row: CardRow): AppCard {
  return {
    id: row.id,
    slug: row.slug,
    bundleId: row.bundle_id,
    name: row.name,
    subtitle: row.subtitle,
    developer: { slug: row.developer_slug, name: row.developer_name, verified: row.is_verified },
    category: row.category_slug,
    categoryName: row.category_name,
    iconUrl: row.icon_id && mediaUrl(row.icon_id, 128),
    color: row.color ?? plainColor,
    rating: { average: Math.round((row.shown_rating ?? 0) * 100) / 100, count: Number(row.shown_rating_count ?? 0) },
    downloads: Number(row.shown_downloads ?? 0),
    isListed: row.is_listed,
    price: toPrice(row),
  };
}
