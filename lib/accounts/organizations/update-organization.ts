import { eq } from 'drizzle-orm';
import { organizations } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { lockOrganization } from './lock-organization';
import { getOrganization } from './queries';
import { requireMember } from './require-member';
import type { Organization, UpdateOrganizationBody } from './schema';

/**
 * Changes the profile; its address stays. On record with what was changed; what is so already is no change. A new name
 * publishes `organization.changed`. For owners and admins of it: throws as `requireMember` does.
 */
export async function updateOrganization(ctx: Ctx, ref: string, input: UpdateOrganizationBody): Promise<Organization> {
  const { organizationId } = await requireMember(ctx, ref, 'manage');
  return inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    const before = await getOrganization(ctx, organizationId);
    const fields = (Object.keys(input) as (keyof UpdateOrganizationBody)[]).filter(
      (field) => input[field] !== undefined && input[field] !== before[field],
    );
    if (fields.length === 0) return before;
    await ctx.db.update(organizations).set(input).where(eq(organizations.id, organizationId));
    const after = await getOrganization(ctx, organizationId);
    if (fields.includes('name')) await publish(ctx, { type: 'organization.changed', payload: { organizationId } });
    await appendAudit(ctx, {
      action: 'organization.updated',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { fields: fields.sort() },
      texts: Object.fromEntries(fields.map((field) => [field, after[field] ?? ''])),
    });
    return after;
  });
}
