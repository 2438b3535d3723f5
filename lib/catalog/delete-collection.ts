import { sql } from 'drizzle-orm';
import { appendAudit } from '@/lib/audit';
import { type Ctx, requireRole } from '@/lib/context';
import { changeCollections, lockCollection } from './collection-writes';

/** Deletes a collection; its apps stay. Admins only. Throws 404 `not_found`, 412 `changed_meanwhile`. */
export async function deleteCollection(ctx: Ctx, { id, version }: { id: string; version: string | null }) {
  requireRole(ctx, 'admin');
  await changeCollections(ctx, async (ctx) => {
    const { kind, title, slug, starts_at: startsAt, ends_at: endsAt } = await lockCollection(ctx, id, version);
    await ctx.db.execute(sql`delete from collections where id = ${id}`);
    await appendAudit(ctx, {
      action: 'collection.deleted',
      subjectType: 'collection',
      subjectId: id,
      changes: { kind, title, slug, startsAt, endsAt },
    });
  });
}
