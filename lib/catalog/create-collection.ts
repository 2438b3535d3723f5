import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { changeCollections, requireDatesInOrder, startOf, withFreeSlug, writeApps } from './collection-writes';
import { collectionsLimit, requireCollection } from './collections';
import type { CollectionDetail, CreateCollectionBody } from './schema';

/**
 * Makes a story or a list and puts it first; without a start it is a draft. Admins only. Throws 409 `slug_taken`,
 * `too_many_collections`, 422 `unknown_app`, `ends_before_start`.
 */
export async function createCollection(ctx: Ctx, input: CreateCollectionBody): Promise<CollectionDetail> {
  requireRole(ctx, 'admin');
  const { kind, title, slug, subtitle = '', body = '', endsAt = null, apps = [], art = null } = input;
  const startsAt = startOf(input.startsAt);
  requireDatesInOrder(startsAt, endsAt);
  const id = newId(ctx.now);
  await withFreeSlug(slug, () =>
    changeCollections(ctx, async (ctx) => {
      const now = ctx.now.toISOString();
      const made = await ctx.db.execute(sql`
        insert into collections (id, slug, kind, title, subtitle, body, art_id, art, position, starts_at, ends_at, created_at, updated_at)
        select ${id}::uuid, ${slug}, ${kind}, ${title}, ${subtitle}, ${body}, ${art && newId(ctx.now)}::uuid,
          ${art && JSON.stringify({ kind: 'story', ...art })}::jsonb, greatest(coalesce(min(position), 0) - 1, -32768),
          ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
        from collections having count(*) < ${collectionsLimit}
        returning id`);
      if (made.length === 0) {
        throw new AppError('conflict', 'too_many_collections', {
          detail: `There are ${collectionsLimit} collections. Delete some that have ended.`,
        });
      }
      await writeApps(ctx, id, apps);
      await appendAudit(ctx, {
        action: 'collection.created',
        subjectType: 'collection',
        subjectId: id,
        changes: { kind, title, slug, startsAt, endsAt, apps },
      });
    }),
  );
  return requireCollection(ctx, id);
}
