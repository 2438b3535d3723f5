import { eq } from 'drizzle-orm';
import { organizationInvitations, users } from '@/db/schema';
import { hashOf, linkTo, newToken } from '@/lib/accounts/one-time-links';
import { appendAudit } from '@/lib/audit';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { newId } from '@/lib/ids';
import { isMailDelivered } from '@/lib/mail/delivery';
import { requestMail } from '@/lib/mail/request-mail';
import { permissionToInvite } from './invitations';
import { lockOrganization } from './lock-organization';
import { requireMember } from './require-member';
import { joinPath, memberInvitationLifetimeMs } from './rules';
import type { InviteMemberBody, NewMemberInvitation } from './schema';

/**
 * Makes a link through which one person can join with that role, once, within 7 days; mails it where an address is given
 * and letters leave this store. Its answer alone ever shows the link. On record. For owners, and for admins who invite
 * no owners: throws 403 `role_required`, 403 `organization_suspended`, 404 `not_found`, 429 `rate_limited`.
 */
export async function inviteMember(
  ctx: Ctx,
  ref: string,
  { role, email = null }: { role: InviteMemberBody['role']; email?: string | null | undefined },
): Promise<NewMemberInvitation> {
  const { userId } = requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, permissionToInvite(role));
  await takeFromLimit(ctx, 'memberInvitations', userId);
  const token = newToken();
  const link = linkTo(joinPath(token));
  const id = newId(ctx.now);
  const expiresAt = new Date(ctx.now.getTime() + memberInvitationLifetimeMs);
  const isMailed = email !== null && isMailDelivered();
  return inTransaction(ctx, async (ctx) => {
    // Somebody who is being removed leaves no invitation behind.
    await lockOrganization(ctx, organizationId);
    await requireMember(ctx, organizationId, permissionToInvite(role));
    const [inviter] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
    await ctx.db.insert(organizationInvitations).values({
      id,
      tokenHash: hashOf(token),
      organizationId,
      role,
      email,
      createdBy: userId,
      createdAt: ctx.now,
      expiresAt,
    });
    if (isMailed) await requestMail(ctx, { kind: 'invitation', to: email, link, isToOrganization: true });
    await appendAudit(ctx, {
      action: 'organization.member_invited',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { invitationId: id, role, isMailed },
    });
    return {
      id,
      role,
      email,
      invitedBy: inviter?.name ?? null,
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      link,
    };
  });
}
