import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';

/** Apps that their developer had hidden when the organisation was suspended, as the audit log has it. */
export async function hiddenBeforeSuspension(ctx: Ctx, organizationId: string): Promise<string[]> {
  const [row] = await ctx.db.execute<{ ids: string[] }>(sql`
    select changes -> 'hiddenBefore' as ids from audit_log
    where subject_type = 'organization' and subject_id = ${organizationId} and action = 'organization.suspended'
    order by sequence desc limit 1`);
  return row?.ids ?? [];
}
