import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';

/**
 * Deletes the apps of an organisation that are drafts or off sale, that nobody ever got and of which no version is in one
 * of those states, for the command that deletes the organisation. Gives their ids and how many are left.
 */
export async function deleteUnseenApps(
  ctx: Ctx & { db: Tx },
  organizationId: string,
  { busyStates }: { busyStates: readonly string[] },
): Promise<{ deleted: string[]; left: number }> {
  await ctx.db.execute(sql`select from apps where organization_id = ${organizationId} order by id for update`);
  const deleted = await ctx.db.execute<{ id: string }>(sql`
    delete from apps a
    where organization_id = ${organizationId} and status in ('draft', 'hidden')
      and not exists (select from purchases p where p.app_id = a.id)
      and not exists (
        select from app_versions v
        where v.app_id = a.id and v.state = any(${sql.param(`{${busyStates.join(',')}}`)}::text[])
      )
      and not exists (select from deliveries d where d.app_id = a.id)
    returning id`);
  const [row] = await ctx.db.execute<{ left: number }>(
    sql`select count(*)::int as left from apps where organization_id = ${organizationId}`,
  );
  return { deleted: deleted.map(({ id }) => id).sort(), left: row?.left ?? 0 };
}
