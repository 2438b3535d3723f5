import { and, asc, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { organizationInvitations, organizationMembers, organizations, users } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireMember } from './require-member';
import { type OrganizationRole, organizationRoles } from './rules';
import type { MemberList, Organization } from './schema';

const columns = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  description: organizations.description,
  website: organizations.website,
  country: organizations.country,
  contactEmail: organizations.contactEmail,
  verifiedDomain: organizations.verifiedDomain,
  verifiedAt: organizations.verifiedAt,
  suspendedReason: organizations.suspendedReason,
  role: organizationMembers.role,
  appCount: sql<number>`(select count(*)::int from apps a where a.organization_id = ${organizations.id})`,
  listedAppCount: sql<number>`(select count(*)::int from apps a where a.organization_id = ${organizations.id} and a.status = 'listed')`,
  memberCount: sql<number>`(select count(*)::int from organization_members c where c.organization_id = ${organizations.id})`,
  createdAt: organizations.createdAt,
};

async function readOrganizations(ctx: Ctx, userId: string | null, condition: SQL | undefined): Promise<Organization[]> {
  const mine = and(
    eq(organizationMembers.organizationId, organizations.id),
    userId === null ? sql`false` : eq(organizationMembers.userId, userId),
  );
  const rows = await ctx.db
    .select(columns)
    .from(organizations)
    .leftJoin(organizationMembers, mine)
    .where(condition)
    .orderBy(asc(organizations.name), asc(organizations.slug));
  return rows.map((row) => ({
    ...row,
    role: row.role as OrganizationRole | null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** The organisations that I belong to, by name; of a key the one that it is for. Throws 401, 403 `scope_required`. */
export async function listOrganizations(ctx: Ctx): Promise<Organization[]> {
  if (ctx.actor.kind === 'api_key') return [await getOrganization(ctx, ctx.actor.organizationId)];
  const { userId } = requireUser(ctx);
  return readOrganizations(ctx, userId, eq(organizationMembers.userId, userId));
}

/** An organisation of mine, by id or slug. For members and keys that may read; throws as `requireMember` does. */
export async function getOrganization(ctx: Ctx, ref: string): Promise<Organization> {
  const { organizationId } = await requireMember(ctx, ref, 'read');
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const [found] = await readOrganizations(ctx, userId, eq(organizations.id, organizationId));
  if (!found) throw new AppError('not_found', 'not_found');
  return found;
}

const rank = sql`array_position(${sql.param(`{${organizationRoles.join(',')}}`)}::text[], ${organizationMembers.role})`;

/** Who belongs to it, owners first, and the invitations that still work. For its members, all of them. */
export async function listMembers(ctx: Ctx, ref: string): Promise<MemberList> {
  const { userId } = requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'read');
  const members = await ctx.db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: organizationMembers.role,
      joinedAt: organizationMembers.createdAt,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(eq(organizationMembers.organizationId, organizationId))
    .orderBy(rank, asc(users.name), asc(users.id));
  const invitations = await ctx.db
    .select({
      id: organizationInvitations.id,
      role: organizationInvitations.role,
      email: organizationInvitations.email,
      invitedBy: users.name,
      createdAt: organizationInvitations.createdAt,
      expiresAt: organizationInvitations.expiresAt,
    })
    .from(organizationInvitations)
    .leftJoin(users, and(eq(users.id, organizationInvitations.createdBy), isNull(users.erasedAt)))
    .where(and(eq(organizationInvitations.organizationId, organizationId), isOpen(ctx)))
    .orderBy(desc(organizationInvitations.createdAt), asc(organizationInvitations.id));
  return {
    members: members.map((row) => ({
      ...row,
      role: row.role as OrganizationRole,
      joinedAt: row.joinedAt.toISOString(),
      isMe: row.userId === userId,
    })),
    invitations: invitations.map((row) => ({
      ...row,
      role: row.role as OrganizationRole,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}

/** An invitation that nobody has used and that has not expired. */
export const isOpen = (ctx: Pick<Ctx, 'now'>) =>
  and(isNull(organizationInvitations.usedAt), gt(organizationInvitations.expiresAt, ctx.now));
