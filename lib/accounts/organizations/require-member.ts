import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { may, type OrganizationRole, type Permission, whyNot } from './rules';

/** Somebody who acts for an organisation: a member with a role, or a key within its scopes. */
export type Membership = { organizationId: string; slug: string; name: string; role: OrganizationRole | null };

type Row = { id: string; slug: string; name: string; role: OrganizationRole | null; suspended_at: string | null };

/**
 * The organisation (id or slug) that the actor may act for in that way. Throws 401 `not_signed_in`, 404 `not_found` to
 * everybody outside, 403 `role_required` or `scope_required`, and 403 `organization_suspended` for anything but reading,
 * unless it is something that may be done while suspended: revoking a key, taking an invitation back. Within a transaction
 * `isHeld` keeps it so until commit: neither the role nor a suspension changes meanwhile.
 */
export async function requireMember(
  ctx: Ctx,
  ref: string,
  permission: Permission,
  { evenIfSuspended = permission === 'read', isHeld = false }: { evenIfSuspended?: boolean; isHeld?: boolean } = {},
): Promise<Membership> {
  const { actor } = ctx;
  if (actor.kind !== 'user' && actor.kind !== 'api_key') {
    throw new AppError('unauthenticated', 'not_signed_in', { detail: 'Sign in first.' });
  }
  const named = isId(ref) ? sql`o.id = ${ref}` : sql`o.slug = ${ref}`;
  const [row] = await ctx.db.execute<Row>(
    actor.kind === 'user'
      ? sql`
          select o.id, o.slug, o.name, m.role, o.suspended_at
          from organizations o join organization_members m on m.organization_id = o.id
          where ${named} and m.user_id = ${actor.userId} ${isHeld ? sql`for share of o, m` : sql``}`
      : sql`
          select o.id, o.slug, o.name, null as role, o.suspended_at
          from organizations o
          where ${named} and o.id = ${actor.organizationId} ${isHeld ? sql`for share of o` : sql``}`,
  );
  if (!row) throw new AppError('not_found', 'not_found');
  if (row.role !== null && !may(row.role, permission)) {
    throw new AppError('forbidden', 'role_required', { detail: whyNot(row.role, permission) ?? undefined });
  }
  if (actor.kind === 'api_key' && !(actor.scopes as readonly string[]).includes(permission)) {
    throw new AppError('forbidden', 'scope_required', { detail: `This key lacks the scope ${permission}.` });
  }
  if (row.suspended_at !== null && !evenIfSuspended) {
    throw new AppError('forbidden', 'organization_suspended', {
      detail: 'This organisation is suspended. Ask whoever runs this store.',
    });
  }
  return { organizationId: row.id, slug: row.slug, name: row.name, role: row.role };
}
