import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { storage } from '@/lib/storage/storage';

/** Whoever takes a picture out of a listing may put it back for so long. */
const keptDays = 30;
const batchRows = 200;

/** Deletes pictures that no listing has any more: none that is worked on, handed in or released. */
export async function deleteUnusedMedia(ctx: Ctx, signal: AbortSignal): Promise<number> {
  let deleted = 0;
  while (!signal.aborted) {
    const rows = await ctx.db.execute<{ id: string; storage_key: string }>(sql`
      delete from staged_media where id in (
        select m.id from staged_media m
        where m.created_at < now() - make_interval(days => ${keptDays})
          and not exists(select from app_media a where a.id = m.id)
          and not exists(select from app_drafts d where d.app_id = m.app_id and strpos(d.listing::text, m.id::text) > 0)
          and not exists(select from submissions s where s.app_id = m.app_id and strpos(s.snapshot::text, m.id::text) > 0)
        order by m.created_at limit ${batchRows})
      returning id, storage_key`);
    for (const { id, storage_key } of rows) {
      await storage().delete(storage_key);
      for await (const { key } of storage().list(`media/${id}`)) await storage().delete(key);
    }
    deleted += rows.length;
    if (rows.length < batchRows) break;
  }
  return deleted;
}
