import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import {
  findMethod,
  keepMethod,
  listPaymentMethods,
  lockMethods,
  makeDefault,
  toPaymentMethod,
} from './payment-methods';
import type { PaymentMethod } from './schema';

/**
 * Makes a payment method of mine the one I pay with unless told otherwise. The one that an account without any pays with
 * is kept from then on, so that another one does not take its place. Throws 404 `not_found`.
 */
export async function chooseDefaultPaymentMethod(
  ctx: Ctx,
  ref: string,
  payments: Payments = storePayments(),
): Promise<PaymentMethod> {
  const { userId } = requireUser(ctx);
  return inTransaction(ctx, async (tx) => {
    await lockMethods(tx, userId);
    const method = await findMethod(tx, userId, ref, payments.name);
    if (method) return toPaymentMethod(await makeDefault(tx, userId, method.id));
    const implicit = (await listPaymentMethods(tx, payments)).items.find((listed) => listed.id === ref);
    if (!implicit) throw new AppError('not_found', 'not_found');
    const kept = await keepMethod(tx, userId, {
      provider: implicit.provider,
      token: implicit.id,
      label: implicit.label,
    });
    return toPaymentMethod(await makeDefault(tx, userId, kept.id));
  });
}
