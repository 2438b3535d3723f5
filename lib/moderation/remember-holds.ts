import { approvedHolds } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import type { Hold } from '@/lib/publishing/schema';

/** What was looked at and let pass holds no submission of the app again. */
export async function rememberHolds(ctx: Ctx & { db: Tx }, appId: string, holds: readonly Hold[]): Promise<void> {
  const keys = [...new Set(holds.map(({ key }) => key))];
  if (keys.length === 0) return;
  const approvedBy = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  await ctx.db
    .insert(approvedHolds)
    .values(keys.map((key) => ({ appId, key, approvedBy, createdAt: ctx.now })))
    .onConflictDoNothing();
}
