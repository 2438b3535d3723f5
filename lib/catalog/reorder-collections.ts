import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, requireRole } from '@/lib/context';
import { changeCollections, changedMeanwhile } from './collection-writes';
import { versionOfOrder } from './collections';
import { uuids } from '@/lib/sql';

type Input = { ids: readonly string[]; version: string | null };

/**
 * Puts all collections in this order. Admins only. Throws 412 `changed_meanwhile` when these are not all collections
 * there are, or their order is not the one of `version` any more.
 */
export async function reorderCollections(ctx: Ctx, { ids, version }: Input): Promise<{ version: string }> {
  requireRole(ctx, 'admin');
  const wanted = ids.map((id) => id.toLowerCase());
  await changeCollections(ctx, async (ctx) => {
    // Locked by id, so that two reorderings wait for each other instead of crossing.
    await ctx.db.execute(sql`select id from collections order by id for update`);
    const rows = await ctx.db.execute<{ id: string }>(
      sql`select id from collections order by position, starts_at desc, id`,
    );
    const present = rows.map((row) => row.id);
    const presentVersion = versionOfOrder(present);
    const isWhole = present.length === wanted.length && present.every((id) => wanted.includes(id));
    if (!isWhole || (version !== null && version !== presentVersion)) {
      throw changedMeanwhile({ version: presentVersion });
    }
    if (present.every((id, index) => id === wanted[index])) return;
    await ctx.db.execute(sql`
      update collections c set position = wanted.place - 1
      from unnest(${uuids(wanted)}) with ordinality as wanted(id, place) where c.id = wanted.id`);
    await appendAudit(ctx, {
      action: 'collections.reordered',
      subjectType: 'collection',
      subjectId: wanted[0] ?? '',
      changes: { from: present, to: wanted },
    });
  });
  return { version: versionOfOrder(wanted) };
}
