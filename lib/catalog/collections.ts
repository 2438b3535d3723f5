import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { artSpecSchema } from './artwork/spec';
import { listCards, listCardsInOrder, mediaUrl } from './cards';
import { collectionAppsLimit, storyArt } from './schema';
import type { AppCard, Collection, CollectionDetail, CollectionState, CollectionSummary, StoryArt } from './schema';

/** A start of `infinity` is a draft's: no clock ever reaches it. */
export const never = 'infinity';

/** More than this nobody keeps in order by hand. */
export const collectionsLimit = 500;

type TextColumns = Pick<Collection, 'slug' | 'kind' | 'title' | 'subtitle'>;
type ReadRow = TextColumns & {
  body: string;
  art_id: string | null;
  art: unknown;
  app_ids: string[];
  app_count: number;
};

const instant = (column: SQL) => sql`to_json(${column}) #>> '{}'`;

const readColumns = sql`c.slug, c.kind, c.title, c.subtitle, c.body, c.art_id, c.art, apps.ids as app_ids, apps.count as app_count`;

/** Joins `apps`: ids of the listed apps in their order, at most `most` of them, and how many there are. */
const listedApps = (most: number) => sql`
  cross join lateral (
    select coalesce((array_agg(ca.app_id::text order by ca.position, ca.app_id))[1:${most}], '{}') as ids, count(*)::int as count
    from collection_apps ca join apps a on a.id = ca.app_id and a.status = 'listed'
    where ca.collection_id = c.id
  ) apps`;

const inForce = (now: Date) => sql`
  c.starts_at <= ${now.toISOString()}::timestamptz and (c.ends_at is null or c.ends_at > ${now.toISOString()}::timestamptz)`;

const shelf = sql`order by c.position, c.starts_at desc, c.id`;

/** The rows of collections in force in their order, each with the ids of its first `most` listed apps. */
export async function readCollections(ctx: Ctx, most = collectionAppsLimit): Promise<ReadRow[]> {
  return ctx.db.execute<ReadRow>(
    sql`select ${readColumns} from collections c ${listedApps(most)} where ${inForce(ctx.now)} ${shelf} limit 50`,
  );
}

/** A row as visitors get it, its apps out of `cards`. */
export function toCollection(row: ReadRow, cards: ReadonlyMap<string, AppCard>): Collection {
  const { art_id, art, app_ids, app_count, ...texts } = row;
  const spec = art === null ? null : artSpecSchema.parse(art);
  return {
    ...texts,
    artUrl: art_id && mediaUrl(art_id, 1600),
    artHue: spec?.hue ?? null,
    appCount: app_count,
    apps: app_ids.flatMap((appId) => cards.get(appId) ?? []),
  };
}

/** Collections in force in their order, each with its listed apps. */
export async function listCollections(ctx: Ctx, country: string): Promise<Collection[]> {
  const rows = await readCollections(ctx);
  const cards = await listCards(ctx, [...new Set(rows.flatMap((row) => row.app_ids))], country);
  return rows.map((row) => toCollection(row, cards));
}

type Found = Collection & { state: CollectionState; startsAt: string | null };

/** One collection in force by its slug; with `isPreview`, an admin finds it whatever its dates. Null when there is none. */
export async function getCollection(
  ctx: Ctx,
  slug: string,
  country: string,
  { isPreview = false } = {},
): Promise<Found | null> {
  const isEditor = isPreview && ctx.actor.kind === 'user' && ctx.actor.roles.includes('admin');
  const [row] = await ctx.db.execute<ReadRow & Dates>(sql`
    select ${readColumns}, ${dates} from collections c ${listedApps(collectionAppsLimit)}
    where c.slug = ${slug} ${isEditor ? sql`` : sql`and ${inForce(ctx.now)}`}`);
  if (!row) return null;
  const { starts_at, ends_at, ...rest } = row;
  const cards = await listCards(ctx, row.app_ids, country);
  return { ...toCollection(rest, cards), startsAt: known(starts_at), state: stateOf(starts_at, ends_at, ctx.now) };
}

type Dates = { starts_at: string; ends_at: string | null };
const dates = sql`${instant(sql`c.starts_at`)} as starts_at, ${instant(sql`c.ends_at`)} as ends_at`;

const known = (startsAt: string) => (startsAt === never ? null : startsAt);

export function stateOf(startsAt: string, endsAt: string | null, now: Date): CollectionState {
  if (startsAt === never) return 'draft';
  if (endsAt !== null && new Date(endsAt) <= now) return 'ended';
  return new Date(startsAt) <= now ? 'live' : 'scheduled';
}

/** What a picture was drawn from, as editors choose it; null for one that was drawn otherwise. */
export function storyArtOf(art: unknown): StoryArt | null {
  const { kind: _, ...rest } = (art ?? {}) as { kind?: unknown };
  const parsed = storyArt.safeParse(rest);
  return parsed.success ? parsed.data : null;
}

type EditRow = TextColumns &
  Dates & { id: string; body: string; art_id: string | null; art: unknown; version: string; listed_count: number } & {
    app_ids: string[];
  };

const editColumns = sql`c.id, c.slug, c.kind, c.title, c.subtitle, ${dates}, c.art_id, c.art,
  ${instant(sql`c.updated_at`)} as version`;

const toDraft = (row: Omit<EditRow, 'body' | 'app_ids' | 'listed_count'>, now: Date) => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  title: row.title,
  subtitle: row.subtitle,
  state: stateOf(row.starts_at, row.ends_at, now),
  startsAt: known(row.starts_at),
  endsAt: row.ends_at,
  art: storyArtOf(row.art),
  artUrl: row.art_id && mediaUrl(row.art_id, 1600),
  version: row.version,
});

/** Names an order of the collections, so that somebody who saw another one is told. */
export const versionOfOrder = (ids: readonly string[]) =>
  createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22);

/** Every collection in its order, whatever its dates, and the version of that order. Admins only. */
export async function listCollectionDrafts(ctx: Ctx): Promise<{ items: CollectionSummary[]; version: string }> {
  requireRole(ctx, 'admin');
  const rows = await ctx.db.execute<EditRow & { app_count: number }>(sql`
    select ${editColumns}, count(a.id)::int as app_count, count(a.id) filter (where a.status = 'listed')::int as listed_count
    from collections c left join collection_apps ca on ca.collection_id = c.id left join apps a on a.id = ca.app_id
    group by c.id ${shelf} limit ${collectionsLimit}`);
  const items = rows.map((row) => ({
    ...toDraft(row, ctx.now),
    appCount: row.app_count,
    listedCount: row.listed_count,
  }));
  return { items, version: versionOfOrder(items.map(({ id }) => id)) };
}

/** One collection as its editors see it, with all its apps, listed or not. Admins only; throws 404 `not_found`. */
export async function requireCollection(ctx: Ctx, id: string): Promise<CollectionDetail> {
  const { country } = requireRole(ctx, 'admin');
  const [row] = await ctx.db.execute<EditRow>(sql`
    select ${editColumns}, c.body, array(
      select ca.app_id::text from collection_apps ca where ca.collection_id = c.id order by ca.position, ca.app_id
    ) as app_ids
    from collections c where c.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  return { ...toDraft(row, ctx.now), body: row.body, apps: await listCardsInOrder(ctx, row.app_ids, country) };
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/**
 * Up to 12 apps whose name, slug or bundle id the text names, listed or not: a story may be ready before its apps are.
 * Admins only.
 */
export async function findAppsToCollect(ctx: Ctx, text: string): Promise<AppCard[]> {
  const { country } = requireRole(ctx, 'admin');
  const q = text.trim().toLowerCase();
  if (q === '') return [];
  const prefix = `${escapeLike(q)}%`;
  const name = [...q].length < 3 ? prefix : `%${prefix}`;
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select a.id from apps a left join app_stats s on s.app_id = a.id
    where lower(a.name) like ${name} or a.slug = ${q} or a.bundle_id = ${text.trim()}
    order by lower(a.name) = ${q} or a.slug = ${q} desc, lower(a.name) like ${prefix} desc, a.status = 'listed' desc,
      s.shown_downloads desc nulls last, a.id
    limit 12`);
  return listCardsInOrder(
    ctx,
    rows.map((row) => row.id),
    country,
  );
}
