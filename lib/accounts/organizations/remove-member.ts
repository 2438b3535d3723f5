import { and, eq } from 'drizzle-orm';
import { organizationMembers } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { withdrawInvitationsOf } from './invitations';
import { lockOrganization, requireAnotherOwner } from './lock-organization';
import { requireMember } from './require-member';

/**
 * Removes a member, or lets me leave; their open invitations stop working. On record. For owners and admins, owners are
 * removed by owners alone, and everybody may leave. Throws 403 `role_required`, 404 `not_found`, 409 `last_owner`.
 */
export async function removeMember(ctx: Ctx, ref: string, userId: string): Promise<void> {
  const me = requireUser(ctx);
  const isLeaving = userId === me.userId;
  const { organizationId } = await requireMember(ctx, ref, isLeaving ? 'read' : 'manage');
  await inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    const [member] = await ctx.db
      .delete(organizationMembers)
      .where(and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, userId)))
      .returning({ role: organizationMembers.role });
    if (!member) throw new AppError('not_found', 'not_found', { detail: 'There is no such member.' });
    if (!isLeaving) await requireMember(ctx, organizationId, member.role === 'owner' ? 'own' : 'manage');
    if (member.role === 'owner') await requireAnotherOwner(ctx, organizationId, userId);
    await withdrawInvitationsOf(ctx, organizationId, { userId, role: null });
    await appendAudit(ctx, {
      action: isLeaving ? 'organization.member_left' : 'organization.member_removed',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { userId, role: member.role },
    });
  });
}
