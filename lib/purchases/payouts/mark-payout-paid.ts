import { and, eq } from 'drizzle-orm';
import { payouts } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { findPayout } from './queries';
import type { Payout } from './schema';

/**
 * Says that the bank has sent a payout, audited; one that is paid stays as it is. For admins: throws 401,
 * 403 `role_required`, 404 `not_found`.
 */
export async function markPayoutPaid(ctx: Ctx, id: string): Promise<Payout> {
  requireRole(ctx, 'admin');
  return inTransaction(ctx, async (ctx) => {
    const [marked] = await ctx.db
      .update(payouts)
      .set({ status: 'paid', paidAt: ctx.now })
      .where(and(eq(payouts.id, id), eq(payouts.status, 'pending')))
      .returning({ id: payouts.id });
    const payout = await findPayout(ctx, id);
    if (!payout) throw new AppError('not_found', 'not_found', { detail: 'There is no such payout.' });
    if (marked) {
      const { month, currency, amountMinor, organization } = payout;
      const changes = {
        status: { from: 'pending', to: 'paid' },
        organization: organization.id,
        month,
        currency,
        amountMinor,
      };
      await appendAudit(ctx, { action: 'payout.paid', subjectType: 'payout', subjectId: id, changes });
    }
    return payout;
  });
}
