import type { Ctx } from '@/lib/context';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { advanceRefund } from './advance-refund';
import { takeNextRefund } from './refund-rows';

/**
 * Takes up approved refunds that were left behind, one after the other: a process died, an answer was lost, or nobody
 * has asked the provider yet. Several may run at once. Gives how many reached their end.
 */
export async function completeRefunds(
  ctx: Ctx,
  signal?: AbortSignal,
  payments: Payments = storePayments(),
): Promise<number> {
  let ended = 0;
  let last: string | null = null;
  while (!signal?.aborted && payments.unavailability() === null) {
    last = await takeNextRefund(ctx, last);
    if (last === null) break;
    try {
      const { status, recoveryPoint } = await advanceRefund(ctx, last, payments);
      if (status !== 'approved' || recoveryPoint === 'finished') ended += 1;
    } catch (error) {
      ctx.log.error({ err: error, refundId: last }, 'a refund could not be brought to its end');
    }
  }
  return ended;
}
