import canonicalize from 'canonicalize';
import { sql } from 'drizzle-orm';
import { mediaUrl } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import { problemsOf } from './check-listing';
import { type Draft, findInFlight, getDraft, lockedBecause } from './drafts';
import { ageOf, type LiveListing, readLiveListing } from './live-listing';
import { type ManagedApp, requireApp } from './require-app';
import type { Listing, ListingView, Media } from './schema';
import { uuids } from '@/lib/sql';

/** The listing that is worked on, with what is missing. Throws as `requireApp`. */
export async function getListing(ctx: Ctx, ref: string): Promise<ListingView> {
  return describeListing(ctx, await requireApp(ctx, ref, 'read'));
}

/** The listing as whoever was authorised for its app sees it. */
export async function describeListing(ctx: Ctx, { appId }: ManagedApp, draft?: Draft): Promise<ListingView> {
  const [{ listing, revision }, live, version] = await Promise.all([
    draft ?? getDraft(ctx, appId),
    readLiveListing(ctx, appId),
    findInFlight(ctx, appId),
  ]);
  return {
    listing,
    revision,
    pending: pendingFields(listing, live),
    lockedBecause: lockedBecause(version),
    ageRating: ageOf(listing, live),
    problems: problemsOf(listing, { isFirst: !live.isReleased }),
    media: await listMedia(ctx, appId, listing),
  };
}

/** Fields whose released text differs and waits for the next release; none before the first. */
function pendingFields(draft: Listing, live: LiveListing): string[] {
  if (!live.isReleased) return [];
  const isSame = (name: keyof Listing) =>
    name === 'age'
      ? ageOf(draft, live) === live.ageRating
      : canonicalize(draft[name]) === canonicalize(live.listing[name]);
  return (Object.keys(draft) as (keyof Listing)[]).filter((name) => !isSame(name));
}

type MediaRow = { id: string; kind: Media['kind']; width: number; height: number; color: string };

/** The pictures of an app of these ids, whether released or not. */
export const findMedia = (ctx: Ctx, appId: string, ids: readonly string[]) =>
  ctx.db.execute<MediaRow>(sql`
    select distinct on (id) id, kind, width, height, color from (
      select id, kind, width, height, color from staged_media where app_id = ${appId}
      union all select id, kind, width, height, color from app_media where app_id = ${appId} and kind in ('icon', 'screenshot')
    ) pictures where id = any(${uuids(ids)})`);

export const mediaIds = ({ iconId, screenshots }: Listing): string[] => [
  ...(iconId === null ? [] : [iconId]),
  ...screenshots.map(({ id }) => id),
];

async function listMedia(ctx: Ctx, appId: string, listing: Listing): Promise<Media[]> {
  const rows = await findMedia(ctx, appId, mediaIds(listing));
  return rows.map((row) => ({ ...row, url: mediaUrl(row.id, row.kind === 'icon' ? 256 : 640) }));
}

/** What is wrong with the pictures that a listing names: they have to be this app's, and of their kind. */
export async function mediaErrors(ctx: Ctx, appId: string, listing: Listing) {
  const rows = await findMedia(ctx, appId, mediaIds(listing));
  const has = (id: string, kind: Media['kind']) => rows.some((row) => row.id === id.toLowerCase() && row.kind === kind);
  const message = 'This app has no such picture.';
  return [
    ...(listing.iconId === null || has(listing.iconId, 'icon') ? [] : [{ path: 'iconId', message }]),
    ...listing.screenshots.flatMap(({ id }, index) =>
      has(id, 'screenshot') ? [] : [{ path: `screenshots.${index}.id`, message }],
    ),
  ];
}
