import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { getPurchase } from '../resolve-purchase';

/**
 * The receipt of one of my purchases, signed anew; one that was left pending is resolved first. Throws 404 `not_found`,
 * 409 `no_receipt` while it is pending, and for good when it failed.
 */
export async function getReceipt(ctx: Ctx, purchaseId: string, payments: Payments = storePayments()): Promise<string> {
  const answer = await getPurchase(ctx, purchaseId, payments).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'payment_required') return null;
    throw error;
  });
  if (answer === null) throw noReceipt({ detail: 'Nothing was bought, so there is no receipt.' });
  if (answer.receipt === null) {
    throw noReceipt({ detail: 'The payment is still being checked: there is no receipt yet.', retryAfterSeconds: 1 });
  }
  return answer.receipt;
}

const noReceipt = (extras: AppError['extras']) => new AppError('conflict', 'no_receipt', extras);
