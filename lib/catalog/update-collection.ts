import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, requireRole } from '@/lib/context';
import { newId } from '@/lib/ids';
import {
  changeCollections,
  changesBetween,
  lockCollection,
  nextUpdatedAt,
  requireDatesInOrder,
  startOf,
  withFreeSlug,
  writeApps,
} from './collection-writes';
import { requireCollection, storyArtOf } from './collections';
import type { CollectionDetail, StoryArt, UpdateCollectionBody } from './schema';

type Input = { id: string; version: string | null; changes: UpdateCollectionBody };

/**
 * Changes what is named, all or nothing; another picture gets another address. Naming what is already so changes
 * nothing. Admins only. Throws 404, 412 `changed_meanwhile`, 409 `slug_taken`, 422 `unknown_app`, `ends_before_start`.
 */
export async function updateCollection(ctx: Ctx, { id, version, changes: input }: Input): Promise<CollectionDetail> {
  requireRole(ctx, 'admin');
  await withFreeSlug(input.slug, () =>
    changeCollections(ctx, async (ctx) => {
      const before = await lockCollection(ctx, id, version);
      const startsAt = input.startsAt === undefined ? before.starts_at : startOf(input.startsAt);
      const endsAt = input.endsAt === undefined ? before.ends_at : input.endsAt;
      requireDatesInOrder(startsAt, endsAt);
      const changes: Record<string, unknown> = changesBetween(before, { ...input, startsAt, endsAt });
      const isNewArt = input.art !== undefined && !isSameArt(before, input.art);
      if (isNewArt) changes.art = input.art;
      if (input.apps && (await writeApps(ctx, id, input.apps))) changes.apps = input.apps;
      if (Object.keys(changes).length === 0) return;
      await ctx.db.execute(sql`
        update collections set
          slug = ${input.slug ?? before.slug}, kind = ${input.kind ?? before.kind}, title = ${input.title ?? before.title},
          subtitle = ${input.subtitle ?? before.subtitle}, body = ${input.body ?? before.body},
          starts_at = ${startsAt}::timestamptz, ends_at = ${endsAt}::timestamptz, updated_at = ${nextUpdatedAt(ctx.now)}
          ${isNewArt ? artColumns(input.art ?? null, newId(ctx.now)) : sql``}
        where id = ${id}`);
      await appendAudit(ctx, { action: 'collection.updated', subjectType: 'collection', subjectId: id, changes });
    }),
  );
  return requireCollection(ctx, id);
}

const artColumns = (art: StoryArt | null, artId: string) => sql`,
  art_id = ${art && artId}::uuid, art_storage_key = null, art = ${art && JSON.stringify({ kind: 'story', ...art })}::jsonb`;

function isSameArt(before: { art_id: string | null; art: unknown }, art: StoryArt | null): boolean {
  if (art === null) return before.art_id === null;
  const present = storyArtOf(before.art);
  return present?.scene === art.scene && present.hue === art.hue && present.seed === art.seed;
}
