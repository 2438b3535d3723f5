import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { organizations } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { publish } from '@/lib/events/publish';

// Writes of `organizations` for admins of the store. Callers have authorised, and audit.

type Target = Ctx & { db: Tx };

/** Suspends an organisation; false when it is suspended already. Publishes `organization.suspension_changed`. */
export async function markSuspended(ctx: Target, organizationId: string, reason: string): Promise<boolean> {
  const rows = await ctx.db
    .update(organizations)
    .set({ suspendedAt: ctx.now, suspendedReason: reason })
    .where(and(eq(organizations.id, organizationId), isNull(organizations.suspendedAt)))
    .returning({ id: organizations.id });
  return tell(ctx, organizationId, rows.length > 0);
}

/** Lifts a suspension; false when there is none. Publishes `organization.suspension_changed`. */
export async function markRestored(ctx: Target, organizationId: string): Promise<boolean> {
  const rows = await ctx.db
    .update(organizations)
    .set({ suspendedAt: null, suspendedReason: null })
    .where(and(eq(organizations.id, organizationId), isNotNull(organizations.suspendedAt)))
    .returning({ id: organizations.id });
  return tell(ctx, organizationId, rows.length > 0);
}

async function tell(ctx: Target, organizationId: string, isChanged: boolean): Promise<boolean> {
  if (isChanged) await publish(ctx, { type: 'organization.suspension_changed', payload: { organizationId } });
  return isChanged;
}
