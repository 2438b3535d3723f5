import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { forget } from '@/lib/cache/read-through';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError, type FieldError, violates } from '@/lib/errors';
import { never } from './collections';
import type { UpdateCollectionBody } from './schema';
import { uuids } from '@/lib/sql';

type Writing = Ctx & { db: Tx };

/** A transaction that changes collections; the front page shows it at once. */
export async function changeCollections<T>(ctx: Ctx, work: (ctx: Writing) => Promise<T>): Promise<T> {
  const result = await inTransaction(ctx, work);
  forget('today');
  return result;
}

export type LockedCollection = {
  id: string;
  slug: string;
  kind: string;
  title: string;
  subtitle: string;
  body: string;
  art_id: string | null;
  art: unknown;
  starts_at: string;
  ends_at: string | null;
};

/**
 * The collection, locked until commit, if it still is what the editor saw: `version` null takes it as it is.
 * Throws 404 `not_found`, 412 `changed_meanwhile` with the version of today.
 */
export async function lockCollection(ctx: Writing, id: string, version: string | null): Promise<LockedCollection> {
  const [row] = await ctx.db.execute<LockedCollection & { version: string }>(sql`
    select id, slug, kind, title, subtitle, body, art_id, art, to_json(starts_at) #>> '{}' as starts_at,
      to_json(ends_at) #>> '{}' as ends_at, to_json(updated_at) #>> '{}' as version
    from collections where id = ${id} for update`);
  if (!row) throw new AppError('not_found', 'not_found');
  const { version: present, ...collection } = row;
  if (version !== null && version !== present) throw changedMeanwhile({ version: present });
  return collection;
}

export const changedMeanwhile = (members: Record<string, unknown> = {}) =>
  new AppError('precondition_failed', 'changed_meanwhile', {
    detail: 'Somebody else changed this meanwhile.',
    members,
  });

/** Each change has a version of its own, even two within a millisecond. */
export const nextUpdatedAt = (now: Date) =>
  sql`greatest(${now.toISOString()}::timestamptz, updated_at + interval '1 millisecond')`;

/** Throws 422 `ends_before_start` unless it ends after it starts; what has no start has no end. */
export function requireDatesInOrder(startsAt: string, endsAt: string | null): void {
  if (endsAt === null || (startsAt !== never && new Date(endsAt) > new Date(startsAt))) return;
  const message = startsAt === never ? 'A draft has no end.' : 'It has to end after it starts.';
  throw new AppError('unprocessable', 'ends_before_start', { detail: message, errors: [{ path: 'endsAt', message }] });
}

export const startOf = (startsAt: string | null | undefined) => startsAt ?? never;

/** The apps in their order; true when that is another order than before. Throws 422 `unknown_app`, naming which. */
export async function writeApps(ctx: Writing, id: string, apps: readonly string[]): Promise<boolean> {
  const wanted = uuids(apps);
  const known = await ctx.db.execute<{ id: string }>(sql`select id from apps where id = any(${wanted}) for key share`);
  const ids = new Set(known.map((row) => row.id));
  const errors: FieldError[] = apps.flatMap((app, index) =>
    ids.has(app.toLowerCase()) ? [] : [{ path: `apps.${index}`, message: `There is no app ${app}.` }],
  );
  if (errors.length > 0) {
    throw new AppError('unprocessable', 'unknown_app', { detail: errors[0]?.message, errors });
  }
  const before = await ctx.db.execute<{ app_id: string }>(
    sql`select app_id from collection_apps where collection_id = ${id} order by position, app_id`,
  );
  if (before.length === apps.length && before.every((row, index) => row.app_id === apps[index]?.toLowerCase())) {
    return false;
  }
  await ctx.db.execute(sql`delete from collection_apps where collection_id = ${id}`);
  await ctx.db.execute(sql`
    insert into collection_apps (collection_id, app_id, position)
    select ${id}::uuid, app_id, place - 1 from unnest(${wanted}) with ordinality as wanted(app_id, place)`);
  return true;
}

/** Runs `write`; an address that is another collection's is 409 `slug_taken`. */
export async function withFreeSlug<T>(slug: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!violates(error, 'collections_slug_key')) throw error;
    const message = `/stories/${slug} is another collection’s address.`;
    throw new AppError('conflict', 'slug_taken', { detail: message, errors: [{ path: 'slug', message }] });
  }
}

/** For the audit log: what was and what is, texts by their length. */
export function changesBetween(
  before: LockedCollection,
  after: Pick<UpdateCollectionBody, 'kind' | 'title' | 'subtitle' | 'slug' | 'body'> & {
    startsAt: string;
    endsAt: string | null;
  },
): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of ['kind', 'title', 'subtitle', 'slug'] as const) {
    const to = after[field];
    if (to !== undefined && to !== before[field]) changes[field] = { from: before[field], to };
  }
  if (after.body !== undefined && after.body !== before.body) {
    changes.bodyLength = { from: before.body.length, to: after.body.length };
  }
  if (!isSameMoment(before.starts_at, after.startsAt)) {
    changes.startsAt = { from: before.starts_at, to: after.startsAt };
  }
  if (!isSameMoment(before.ends_at, after.endsAt)) changes.endsAt = { from: before.ends_at, to: after.endsAt };
  return changes;
}

function isSameMoment(a: string | null, b: string | null): boolean {
  if (a === b || a === null || b === null) return a === b;
  return new Date(a).getTime() === new Date(b).getTime();
}
