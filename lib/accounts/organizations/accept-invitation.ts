import { and, eq, isNull } from 'drizzle-orm';
import { organizationInvitations, organizationMembers, organizations, users } from '@/db/schema';
import { invitationInvalid } from '@/lib/accounts/invitations';
import { hashOf } from '@/lib/accounts/one-time-links';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { myRole } from './invitations';
import { lockOrganization } from './lock-organization';
import { getOrganization, isOpen } from './queries';
import type { Organization } from './schema';

/**
 * Joins an organisation through the link of an invitation; of two people at once one does. Publishes
 * `organization.joined`; on record. For everybody who is signed in: throws 401, 403 `invitation_invalid`, and 409
 * `already_member`, which leaves the invitation as it is.
 */
export async function acceptInvitation(ctx: Ctx, token: string): Promise<Organization> {
  const { userId } = requireUser(ctx);
  return inTransaction(ctx, async (ctx) => {
    // The account first, as where it is erased.
    const present = await ctx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.erasedAt)))
      .for('key share');
    if (present.length === 0) {
      throw new AppError('unauthenticated', 'not_signed_in', { detail: 'This account is gone.' });
    }
    const isThis = and(eq(organizationInvitations.tokenHash, hashOf(token)), isOpen(ctx));
    const [found] = await ctx.db
      .select({ organizationId: organizations.id })
      .from(organizationInvitations)
      .innerJoin(organizations, eq(organizations.id, organizationInvitations.organizationId))
      .where(and(isThis, isNull(organizations.suspendedAt)));
    if (!found) throw invitationInvalid();
    const { organizationId } = found;
    await lockOrganization(ctx, organizationId);
    if ((await myRole(ctx, organizationId)) !== null) {
      throw new AppError('conflict', 'already_member', { detail: 'You belong to this organisation already.' });
    }
    const [claimed] = await ctx.db
      .update(organizationInvitations)
      .set({ usedAt: ctx.now, usedBy: userId })
      .where(isThis)
      .returning({ id: organizationInvitations.id, role: organizationInvitations.role });
    if (!claimed) throw invitationInvalid();
    await ctx.db.insert(organizationMembers).values({ organizationId, userId, role: claimed.role, createdAt: ctx.now });
    const joined = await getOrganization(ctx, organizationId);
    await publish(ctx, { type: 'organization.joined', payload: { organizationId, userId } });
    await appendAudit(ctx, {
      action: 'organization.member_joined',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { userId, role: claimed.role, invitationId: claimed.id },
    });
    return joined;
  });
}
