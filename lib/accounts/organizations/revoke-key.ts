import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireMember } from './require-member';

/**
 * Ends a key: from the commit on its requests are refused. One that is revoked stays so. On record. For owners and
 * admins of its organisation: throws 403 `role_required`, 404 `not_found`.
 */
export async function revokeKey(ctx: Ctx, id: string): Promise<void> {
  requireUser(ctx);
  const [key] = await ctx.db.select({ organizationId: apiKeys.organizationId }).from(apiKeys).where(eq(apiKeys.id, id));
  if (!key) throw new AppError('not_found', 'not_found', { detail: 'There is no such key.' });
  const { organizationId } = await requireMember(ctx, key.organizationId, 'manage', { evenIfSuspended: true });
  await inTransaction(ctx, async (ctx) => {
    const revoked = await ctx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiKeys.id, id), eq(apiKeys.organizationId, organizationId), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (revoked.length === 0) return;
    await appendAudit(ctx, {
      action: 'api_key.revoked',
      subjectType: 'api_key',
      subjectId: id,
      changes: { organizationId },
    });
  });
}
