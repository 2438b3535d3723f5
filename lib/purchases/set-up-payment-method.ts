import { type Ctx, requireUser } from '@/lib/context';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { answered, requireRoom } from './payment-methods';

/**
 * The provider's page where I add a payment method. It leads back to my account with `?setup=` and a reference, which
 * `addPaymentMethod` takes. Throws 404 where tokens are enough, 409 `too_many_payment_methods`, 503 `payments_unavailable`.
 */
export async function setUpPaymentMethod(ctx: Ctx, payments: Payments = storePayments()): Promise<{ url: string }> {
  const { userId } = requireUser(ctx);
  await requireRoom(ctx, userId, payments);
  const page = answered(await payments.setUpMethod({ userId, returnUrl: `${env().PUBLIC_URL}/account#payment` }));
  if (!page) throw new AppError('not_found', 'not_found', { detail: 'This store adds no cards elsewhere.' });
  return page;
}
