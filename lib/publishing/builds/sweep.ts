import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { storage } from '@/lib/storage/storage';
import { checkBuild } from './check-build';
import { deletePieces } from './pieces';

const batchRows = 500;

/** Nobody comes back to an upload after this, and no file without a row is younger than its row. */
const untouchedHours = 24;
const stuckMinutes = 10;

type Ids = { id: string };

/** Gives up uploads that nobody has touched for a day. */
export async function abandonUploads(ctx: Ctx): Promise<number> {
  const rows = await ctx.db.execute<Ids>(sql`
    update builds set state = 'abandoned', updated_at = now()
    where state = 'uploading' and updated_at < now() - make_interval(hours => ${untouchedHours}) returning id`);
  return rows.length;
}

/** Deletes pieces of uploads that are over, where whoever ended them could not. */
export async function deleteOldPieces(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const rows = await ctx.db.execute<Ids>(sql`
    select distinct b.id from build_chunks c join builds b on b.id = c.build_id
    where b.state in ('valid', 'invalid', 'abandoned') limit ${batchRows}`);
  for (const { id } of rows) {
    if (signal.aborted) break;
    await deletePieces(ctx, id);
  }
  return rows.length;
}

/** Checks builds whose worker died, or whose storage or scanner failed too often. One that fails again stops no other. */
export async function checkStuckBuilds(ctx: Ctx, signal: AbortSignal): Promise<{ checked: number; failed: number }> {
  const rows = await ctx.db.execute<Ids>(sql`
    select id from builds where state = 'processing' and updated_at < now() - make_interval(mins => ${stuckMinutes})
    order by updated_at limit ${batchRows}`);
  let failed = 0;
  let checked = 0;
  for (const { id } of rows) {
    if (signal.aborted) break;
    try {
      await checkBuild(ctx, id);
      checked += 1;
    } catch (error) {
      failed += 1;
      ctx.log.warn({ err: error, buildId: id }, 'a build could not be checked');
      // Whatever fails them is likely to be the same.
      if (failed === 3) break;
    }
  }
  return { checked, failed };
}

/** Deletes files of uploads, builds and pictures that no row knows: of processes that died, of apps that were deleted. */
export async function deleteOrphans(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const before = Date.now() - untouchedHours * 3_600_000;
  let deleted = 0;
  for (const [folder, isOurs] of [
    ['uploads', /^uploads\/[0-9a-f-]{36}\/\d+-[0-9a-f]+$/],
    ['builds', /^builds\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/[^/]+$/],
    ['pictures', /^pictures\/[0-9a-f-]{36}\/[^/]+$/],
  ] as const) {
    let keys: string[] = [];
    for await (const { key, modifiedAt } of storage().list(folder)) {
      if (signal.aborted) return deleted;
      if (isOurs.test(key) && modifiedAt.getTime() < before) keys.push(key);
      if (keys.length < batchRows) continue;
      deleted += await deleteUnknown(ctx, keys);
      keys = [];
    }
    deleted += await deleteUnknown(ctx, keys);
  }
  return deleted;
}

async function deleteUnknown(ctx: Ctx, keys: string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const rows = await ctx.db.execute<{ key: string }>(sql`
    select key from unnest(${sql.param(`{${keys.map((key) => `"${key}"`).join(',')}}`)}::text[]) as given(key)
    where not exists(select from build_chunks c where c.storage_key = given.key)
      and not exists(select from app_versions v where v.storage_key = given.key)
      and not exists(select from staged_media m where m.storage_key = given.key)
      and not exists(select from app_media m where m.storage_key = given.key)
      and not exists(select from builds b
        where b.state in ('uploading', 'processing') and given.key like '%/' || b.id::text || '/%')`);
  for (const { key } of rows) await storage().delete(key);
  return rows.length;
}
