import canonicalize from 'canonicalize';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { readLiveListing } from './live-listing';
import type { ManagedApp } from './require-app';
import { editable, inFlight, stateNames, type VersionState } from './rules';
import type { Listing } from './schema';

/** What a developer works on; `revision` is what If-Match compares. */
export type Draft = { listing: Listing; revision: string };

/** The app's draft; of an app that nobody has worked on yet, what the catalogue says. */
export async function getDraft(ctx: Ctx, appId: string): Promise<Draft> {
  const [row] = await ctx.db.execute<{ listing: Listing; revision: number }>(
    sql`select listing, revision from app_drafts where app_id = ${appId}`,
  );
  if (row) return { listing: row.listing, revision: String(row.revision) };
  return { listing: (await readLiveListing(ctx, appId)).listing, revision: '0' };
}

type LockedApp = { status: ManagedApp['status']; organizationId: string };

/** Locks an app until commit. Whoever changes what belongs to it does so first, then its versions: one order for all. */
export async function lockApp(ctx: Ctx & { db: Tx }, appId: string): Promise<LockedApp> {
  const [row] = await ctx.db.execute<LockedApp>(
    sql`select status, organization_id as "organizationId" from apps where id = ${appId} for no key update`,
  );
  if (!row) throw new AppError('not_found', 'not_found');
  return row;
}

/**
 * The same for somebody who was allowed to change it when they asked: it is still theirs, they may still, and nobody has
 * suspended them. Organisation before app, as a suspension has it. Throws as `requireApp`.
 */
export async function holdApp(ctx: Ctx & { db: Tx }, app: ManagedApp): Promise<LockedApp> {
  await requireMember(ctx, app.organizationId, app.permission, { isHeld: true });
  const locked = await lockApp(ctx, app.appId);
  if (locked.organizationId !== app.organizationId) throw new AppError('not_found', 'not_found');
  return locked;
}

type VersionInFlight = { id: string; version: string; platform: string; state: VersionState };

/** The version of the app that is on its way, if any. */
export async function findInFlight(ctx: Ctx, appId: string): Promise<VersionInFlight | null> {
  const [row] = await ctx.db.execute<VersionInFlight>(sql`
    select id, version, platform, state from app_versions
    where app_id = ${appId} and state not in ('released', 'superseded', 'removed')`);
  return row && inFlight.includes(row.state) ? row : null;
}

/** Why the listing cannot be edited while that version is on its way; null when it can. */
export const lockedBecause = (version: VersionInFlight | null): string | null =>
  version === null || editable.includes(version.state)
    ? null
    : `Version ${version.version} is ${stateNames[version.state].toLowerCase()}: what was handed in with it stays as it is.`;

/**
 * Changes the draft of an app whose actor the caller has authorised, making it from the catalogue at the first change;
 * what stays the same is not written. Throws 409 `listing_locked` unless the version on its way may be edited, and
 * 412 `revision_conflict` when `revision` is given and is not the present one.
 */
export async function changeDraft(
  ctx: Ctx & { db: Tx },
  app: ManagedApp,
  change: (listing: Listing) => Listing | Promise<Listing>,
  { revision = null }: { revision?: string | null } = {},
): Promise<Draft> {
  await holdApp(ctx, app);
  const reason = lockedBecause(await findInFlight(ctx, app.appId));
  if (reason !== null) throw new AppError('conflict', 'listing_locked', { detail: reason });
  const before = await getDraft(ctx, app.appId);
  if (revision !== null && revision !== before.revision) {
    throw new AppError('precondition_failed', 'revision_conflict', {
      detail: 'Somebody else changed this meanwhile.',
      members: { revision: before.revision },
    });
  }
  const listing = await change(before.listing);
  if (canonicalize(listing) === canonicalize(before.listing)) return before;
  return writeDraft(ctx, app.appId, listing);
}

/** Writes the draft as it is given, whatever was there. For commands that hold the app's lock. */
export async function writeDraft(ctx: Ctx & { db: Tx }, appId: string, listing: Listing): Promise<Draft> {
  const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const [row] = await ctx.db.execute<{ revision: number }>(sql`
    insert into app_drafts (app_id, listing, revision, updated_at, updated_by)
    values (${appId}, ${JSON.stringify(listing)}::jsonb, 1, ${ctx.now.toISOString()}::timestamptz, ${by})
    on conflict (app_id) do update
    set listing = excluded.listing, revision = app_drafts.revision + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
    returning revision`);
  return { listing, revision: String(row?.revision) };
}
