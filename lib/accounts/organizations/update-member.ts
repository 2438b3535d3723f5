import { and, eq } from 'drizzle-orm';
import { organizationMembers } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { withdrawInvitationsOf } from './invitations';
import { lockOrganization, requireAnotherOwner } from './lock-organization';
import { listMembers } from './queries';
import { requireMember } from './require-member';
import type { OrganizationRole } from './rules';
import type { MemberList } from './schema';

/**
 * Gives a member another role; the one they have is no change. Their open invitations to roles that they could not give
 * any more stop working. On record. For owners and admins; owners are named and demoted by owners alone. Throws 403
 * `role_required`, 404 `not_found`, 409 `last_owner`.
 */
export async function updateMember(
  ctx: Ctx,
  ref: string,
  { userId, role }: { userId: string; role: OrganizationRole },
): Promise<MemberList> {
  requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'manage');
  await inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    const [member] = await ctx.db
      .select({ role: organizationMembers.role })
      .from(organizationMembers)
      .where(is(userId));
    if (!member) throw new AppError('not_found', 'not_found', { detail: 'There is no such member.' });
    const isAboutOwners = member.role === 'owner' || role === 'owner';
    // Once more, now that nobody else can change it: of two owners who demote each other one comes too late.
    await requireMember(ctx, organizationId, isAboutOwners ? 'own' : 'manage');
    if (member.role === role) return;
    if (member.role === 'owner') await requireAnotherOwner(ctx, organizationId, userId);
    await ctx.db.update(organizationMembers).set({ role }).where(is(userId));
    await withdrawInvitationsOf(ctx, organizationId, { userId, role });
    await appendAudit(ctx, {
      action: 'organization.role_changed',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { userId, role: { from: member.role, to: role } },
    });
  });
  return listMembers(ctx, organizationId);

  function is(id: string) {
    return and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, id));
  }
}
