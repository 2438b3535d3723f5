import { and, eq } from 'drizzle-orm';
import { organizationMembers, organizations } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';

/**
 * Call it before members, invitations or keys are counted and changed: whoever else does so waits. `update` keeps new
 * apps out too.
 */
export async function lockOrganization(
  ctx: Ctx & { db: Tx },
  organizationId: string,
  strength: 'no key update' | 'update' = 'no key update',
): Promise<void> {
  const locked = await ctx.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for(strength);
  if (locked.length === 0) throw new AppError('not_found', 'not_found');
}

/** Call it with the organisation locked, where an owner leaves or becomes less. Throws 409 `last_owner`. */
export async function requireAnotherOwner(
  ctx: Ctx & { db: Tx },
  organizationId: string,
  userId: string,
): Promise<void> {
  const owners = await ctx.db
    .select({ userId: organizationMembers.userId })
    .from(organizationMembers)
    .where(and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.role, 'owner')));
  if (owners.some((owner) => owner.userId !== userId)) return;
  throw new AppError('conflict', 'last_owner', {
    detail: 'Nobody else is an owner. Make somebody an owner first, or delete the organisation.',
  });
}
