import { and, eq, inArray, isNull } from 'drizzle-orm';
import { organizationInvitations, organizationMembers, organizations, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import { invitationInvalid } from '@/lib/accounts/invitations';
import { hashOf } from '@/lib/accounts/one-time-links';
import type { Ctx } from '@/lib/context';
import { isOpen } from './queries';
import { may, type OrganizationRole, organizationRoles } from './rules';
import type { OpenInvitation } from './schema';

/** What an invitation leads to, for whoever has its link. Throws 403 `invitation_invalid`. */
export async function getOpenInvitation(ctx: Ctx, token: string): Promise<OpenInvitation> {
  const [found] = await ctx.db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      role: organizationInvitations.role,
      invitedBy: users.name,
      expiresAt: organizationInvitations.expiresAt,
    })
    .from(organizationInvitations)
    .innerJoin(organizations, eq(organizations.id, organizationInvitations.organizationId))
    .leftJoin(users, and(eq(users.id, organizationInvitations.createdBy), isNull(users.erasedAt)))
    .where(and(eq(organizationInvitations.tokenHash, hashOf(token)), isOpen(ctx), isNull(organizations.suspendedAt)));
  if (!found) throw invitationInvalid();
  return {
    organization: { slug: found.slug, name: found.name },
    role: found.role as OrganizationRole,
    invitedBy: found.invitedBy,
    expiresAt: found.expiresAt.toISOString(),
    myRole: await myRole(ctx, found.id),
  };
}

/** The role that I have in an organisation; null for none. */
export async function myRole(ctx: Ctx, organizationId: string): Promise<OrganizationRole | null> {
  if (ctx.actor.kind !== 'user') return null;
  const [member] = await ctx.db
    .select({ role: organizationMembers.role })
    .from(organizationMembers)
    .where(
      and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, ctx.actor.userId)),
    );
  return (member?.role ?? null) as OrganizationRole | null;
}

/** Who may invite whom: owners everybody, admins everybody but owners. */
export const permissionToInvite = (role: OrganizationRole) => (role === 'owner' ? 'own' : 'manage');

/** Takes back what somebody with this role (null: none) could not have offered. */
export async function withdrawInvitationsOf(
  ctx: Ctx & { db: Tx },
  organizationId: string,
  { userId, role }: { userId: string; role: OrganizationRole | null },
): Promise<void> {
  const roles = organizationRoles.filter((offered) => role === null || !may(role, permissionToInvite(offered)));
  if (roles.length === 0) return;
  await ctx.db
    .delete(organizationInvitations)
    .where(
      and(
        eq(organizationInvitations.organizationId, organizationId),
        eq(organizationInvitations.createdBy, userId),
        inArray(organizationInvitations.role, roles),
        isNull(organizationInvitations.usedAt),
      ),
    );
}
