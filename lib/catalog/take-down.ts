import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { uuids } from '@/lib/sql';

// What the store itself does to apps. Callers have authorised, hold the app's lock, and audit.

type Target = Ctx & { db: Tx };
type Status = 'draft' | 'listed' | 'hidden' | 'removed';

/** Gives an app another status. Publishes `app.status_changed`. */
export async function setAppStatus(ctx: Target, appId: string, status: Status): Promise<void> {
  await ctx.db.execute(
    sql`update apps set status = ${status}, updated_at = ${ctx.now.toISOString()}::timestamptz where id = ${appId}`,
  );
  await publish(ctx, { type: 'app.status_changed', payload: { appId, status } });
}

/** Raises the age an app is for, now and in every version to come; never lowers it. Publishes `app.changed`. */
export async function raiseAgeRating(ctx: Target, appId: string, ageRating: number): Promise<void> {
  await ctx.db.execute(sql`
    update apps set minimum_age_rating = greatest(minimum_age_rating, ${ageRating}::smallint),
      age_rating = greatest(age_rating, ${ageRating}::smallint) where id = ${appId}`);
  await publish(ctx, { type: 'app.changed', payload: { appId } });
}

/**
 * Hides every listed app of an organisation and returns those that were hidden already: all others are to be listed
 * again. Publishes `app.status_changed` for each that is hidden now.
 */
export async function hideAppsOf(ctx: Target, organizationId: string): Promise<{ hiddenBefore: string[] }> {
  const apps = await lockAppsOf(ctx, organizationId);
  await setStatuses(
    ctx,
    'hidden',
    apps.filter(({ status }) => status === 'listed'),
  );
  return { hiddenBefore: apps.filter(({ status }) => status === 'hidden').map(({ id }) => id) };
}

/** Lists the hidden apps of an organisation again, those excepted. Publishes `app.status_changed` for each. */
export async function showAppsOf(ctx: Target, organizationId: string, except: readonly string[]): Promise<void> {
  const apps = await lockAppsOf(ctx, organizationId);
  const kept = new Set(except);
  await setStatuses(
    ctx,
    'listed',
    apps.filter(({ id, status }) => status === 'hidden' && !kept.has(id)),
  );
}

/** Every app, so that one that is about to be listed waits and then finds out. */
const lockAppsOf = (ctx: Target, organizationId: string) =>
  ctx.db.execute<{ id: string; status: Status }>(
    sql`select id, status from apps where organization_id = ${organizationId} order by id for no key update`,
  );

async function setStatuses(ctx: Target, status: Status, apps: readonly { id: string }[]): Promise<void> {
  if (apps.length === 0) return;
  const ids = apps.map(({ id }) => id);
  await ctx.db.execute(sql`
    update apps set status = ${status}, updated_at = ${ctx.now.toISOString()}::timestamptz
    where id = any(${uuids(ids)})`);
  for (const appId of ids) await publish(ctx, { type: 'app.status_changed', payload: { appId, status } });
}
