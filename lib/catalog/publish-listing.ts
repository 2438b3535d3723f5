import { sql } from 'drizzle-orm';
import type { AppTranslation, PrivacyLabel } from '@/db/schema';
import type { Tx } from '@/db/client';
import { forget } from '@/lib/cache/read-through';
import { afterCommit, type Ctx } from '@/lib/context';
import { textArray } from '@/lib/sql';
import { publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { slugOf } from './import/text';

type Target = Ctx & { db: Tx };

/** What reviewers approved, and shoppers see from now on. */
export type PublishedListing = {
  name: string;
  subtitle: string;
  category: string;
  subcategory: string | null;
  description: string;
  promotionalText: string;
  keywords: string[];
  supportUrl: string | null;
  privacyUrl: string | null;
  privacyLabel: PrivacyLabel;
  accessibility: string[];
  translations: Record<string, AppTranslation>;
  iconId: string | null;
  screenshots: { id: string; altText: string; platform: string | null }[];
};

/** This process shows the change at once; others follow within seconds (lib/cache/entries.ts). */
export function showSoon({ db }: Target): void {
  afterCommit(db, () => {
    for (const entry of ['app', 'versions', 'lists', 'today'] as const) forget(entry);
  });
}

/**
 * Makes a listing what shoppers see. The caller has authorised, holds the app's lock and goes on with `publishRelease`,
 * which says so. A first release may still change the address, when the one of its name is free; later it stays.
 */
export async function publishListing(
  ctx: Target,
  appId: string,
  listing: PublishedListing,
  ageRating: number,
): Promise<void> {
  await takeFirstSlug(ctx, appId, listing.name);
  await ctx.db.execute(sql`
    update apps set name = ${listing.name}, subtitle = ${listing.subtitle}, category_slug = ${listing.category},
      subcategory_slug = ${listing.subcategory}, description = ${listing.description},
      promotional_text = ${listing.promotionalText}, keywords = ${textArray(listing.keywords)},
      support_url = ${listing.supportUrl}, privacy_url = ${listing.privacyUrl},
      privacy_label = ${JSON.stringify(listing.privacyLabel)}::jsonb, accessibility = ${textArray(listing.accessibility)},
      translations = ${JSON.stringify(listing.translations)}::jsonb,
      age_rating = greatest(${ageRating}::smallint, coalesce(minimum_age_rating, 0)),
      updated_at = ${ctx.now.toISOString()}::timestamptz
    where id = ${appId}`);
  await publishPictures(ctx, appId, listing);
  showSoon(ctx);
}

async function takeFirstSlug(ctx: Target, appId: string, name: string): Promise<void> {
  const wanted = slugOf(name);
  if (wanted === '') return;
  const [row] = await ctx.db.execute<{ slug: string }>(
    sql`select slug from apps where id = ${appId} and released_at is null`,
  );
  // One that it got with a number behind the name is as good.
  if (!row || row.slug === wanted || row.slug.startsWith(`${wanted}-`)) return;
  const taken = await ctx.db.execute(
    sql`insert into app_slugs (slug, app_id) values (${wanted}, ${appId}) on conflict do nothing returning slug`,
  );
  if (taken.length > 0) await ctx.db.execute(sql`update apps set slug = ${wanted} where id = ${appId}`);
}

/** Pictures keep their ids, so that what browsers and this store keep of them stays good. */
async function publishPictures(
  ctx: Target,
  appId: string,
  { name, iconId, screenshots }: PublishedListing,
): Promise<void> {
  const wanted = [
    ...(iconId === null
      ? []
      : [{ id: iconId, kind: 'icon', platform: null, alt_text: `Icon of ${name}`, position: 0 }]),
    ...screenshots.map(({ id, altText, platform }, position) => ({
      id,
      kind: 'screenshot',
      platform,
      alt_text: altText,
      position,
    })),
  ];
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select w.id, w.kind, w.platform, w.alt_text, w.position, coalesce(m.width, s.width) as width,
      coalesce(m.height, s.height) as height, coalesce(m.color, s.color) as color,
      case when m.id is null then s.storage_key else m.storage_key end as storage_key, m.art,
      to_json(coalesce(m.created_at, s.created_at)) #>> '{}' as created_at
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w (id uuid, kind text, platform text, alt_text text, position smallint)
    left join app_media m on m.id = w.id and m.app_id = ${appId} and m.kind = w.kind
    left join staged_media s on s.id = w.id and s.app_id = ${appId} and s.kind = w.kind
    where coalesce(m.id, s.id) is not null`);
  await ctx.db.execute(sql`delete from app_media where app_id = ${appId} and kind in ('icon', 'screenshot')`);
  await ctx.db.execute(sql`
    insert into app_media (id, app_id, kind, platform, position, alt_text, width, height, color, storage_key, art, created_at)
    select id, ${appId}::uuid, kind, platform, position, alt_text, width, height, color, storage_key, art, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, platform text, position smallint,
      alt_text text, width int, height int, color text, storage_key text, art jsonb, created_at timestamptz)`);
}

/** Texts that are live at once: they go without review. Publishes `app.changed`. */
export async function publishTexts(
  ctx: Target,
  appId: string,
  {
    description,
    promotionalText,
    translations,
  }: Pick<PublishedListing, 'description' | 'promotionalText' | 'translations'>,
): Promise<void> {
  await ctx.db.execute(sql`
    update apps set description = ${description}, promotional_text = ${promotionalText},
      translations = ${JSON.stringify(translations)}::jsonb, updated_at = ${ctx.now.toISOString()}::timestamptz
    where id = ${appId}`);
  await publish(ctx, { type: 'app.changed', payload: { appId } });
  showSoon(ctx);
}

/**
 * Puts a released version into the catalogue: the app is listed from its first release on, counts, and costs nothing
 * unless somebody set a price. Publishes `app.status_changed` when it is listed now, else `app.changed`. With `isNews` the
 * version is a new one, which brings the app up again among those that were updated.
 */
export async function publishRelease(
  ctx: Target,
  appId: string,
  { platform, isNews }: { platform: string; isNews: boolean },
): Promise<void> {
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<{ is_first: boolean }>(sql`
    update apps a set
      status = case when a.status = 'draft' then 'listed' else a.status end,
      released_at = coalesce(a.released_at, ${at}),
      last_released_at = case when ${isNews} or a.last_released_at is null then ${at} else a.last_released_at end,
      platforms = array(
        select v.platform from app_versions v where v.app_id = a.id and v.state = 'released'
        union select ${platform} order by 1),
      -- Whoever releases an app here keeps it: the catalogue that it came from no longer rewrites it.
      import_source = null, updated_at = ${at}
    from (select id, status from apps where id = ${appId}) before
    where a.id = before.id returning before.status = 'draft' as is_first`);
  await ctx.db.execute(sql`
    insert into app_stats (app_id, category_slug) select id, category_slug from apps where id = ${appId}
    on conflict (app_id) do nothing`);
  await ctx.db.execute(sql`
    insert into app_prices (id, app_id, country, currency, amount_minor, kind, valid_from, created_at)
    select ${newId(ctx.now)}::uuid, ${appId}::uuid, '*', 'USD', 0, 'one_time', ${at}, ${at}
    where not exists (select from app_prices where app_id = ${appId} and valid_until is null)`);
  await publish(
    ctx,
    row?.is_first
      ? { type: 'app.status_changed', payload: { appId, status: 'listed' } }
      : { type: 'app.changed', payload: { appId } },
  );
  showSoon(ctx);
}

/**
 * Gives an app to another organisation; what it earned, and what was answered in its name, stays where it was. Publishes
 * `app.changed`.
 */
export async function giveApp(
  ctx: Target,
  appId: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const moved = await ctx.db.execute(sql`
    update apps set organization_id = ${to}, import_source = null, updated_at = ${ctx.now.toISOString()}::timestamptz
    where id = ${appId} and organization_id = ${from} returning id`);
  if (moved.length === 0) return false;
  await publish(ctx, { type: 'app.changed', payload: { appId } });
  showSoon(ctx);
  return true;
}
