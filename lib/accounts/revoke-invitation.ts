import { and, eq, isNull } from 'drizzle-orm';
import { oneTimeTokens } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';

/** Takes an invitation back that nobody has used. For admins; on record. Throws 401, 403 `role_required`, 404 `not_found`. */
export async function revokeInvitation(ctx: Ctx, id: string): Promise<void> {
  requireRole(ctx, 'admin');
  await inTransaction(ctx, async (ctx) => {
    const revoked = await ctx.db
      .delete(oneTimeTokens)
      .where(
        and(eq(oneTimeTokens.tokenHash, id), eq(oneTimeTokens.purpose, 'invitation'), isNull(oneTimeTokens.usedAt)),
      )
      .returning({ id: oneTimeTokens.tokenHash });
    if (revoked.length === 0) throw new AppError('not_found', 'not_found');
    await appendAudit(ctx, {
      action: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: id,
      changes: {},
    });
  });
}
