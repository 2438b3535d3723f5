import { and, eq, isNull } from 'drizzle-orm';
import { organizationInvitations } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireMember } from './require-member';

/** Takes an invitation back that nobody has used; on record. For owners and admins: throws 403 `role_required`, 404 `not_found`. */
export async function withdrawInvitation(ctx: Ctx, ref: string, id: string): Promise<void> {
  requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'manage', { evenIfSuspended: true });
  await inTransaction(ctx, async (ctx) => {
    const withdrawn = await ctx.db
      .delete(organizationInvitations)
      .where(
        and(
          eq(organizationInvitations.id, id),
          eq(organizationInvitations.organizationId, organizationId),
          isNull(organizationInvitations.usedAt),
        ),
      )
      .returning({ role: organizationInvitations.role });
    const [{ role } = { role: null }] = withdrawn;
    if (role === null) throw new AppError('not_found', 'not_found', { detail: 'There is no such invitation.' });
    await appendAudit(ctx, {
      action: 'organization.invitation_withdrawn',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { invitationId: id, role },
    });
  });
}
