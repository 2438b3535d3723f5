import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import type { Method } from '@/lib/payments/provider';
import {
  answered,
  findMethod,
  keepMethod,
  lockMethods,
  makeDefault,
  requireRoom,
  toPaymentMethod,
  unknownMethod,
} from './payment-methods';
import type { PaymentMethod } from './schema';

/**
 * Keeps a payment method of mine, by its token where the provider has open ones, else by the reference that its page
 * sent me back with; asks the provider, so call it outside of a transaction. The first one is the default, and adding the
 * same twice keeps one. Throws 422 `payment_method_unknown`, 409 `too_many_payment_methods`, 503 `payments_unavailable`.
 */
export async function addPaymentMethod(
  ctx: Ctx,
  { token, isDefault = false }: { token: string; isDefault?: boolean },
  payments: Payments = storePayments(),
): Promise<PaymentMethod> {
  const { userId } = requireUser(ctx);
  const method = await recognise(userId, token, payments);
  return inTransaction(ctx, async (tx) => {
    await lockMethods(tx, userId);
    const same = await findMethod(tx, userId, method.token, payments.name);
    if (same) return toPaymentMethod(isDefault ? await makeDefault(tx, userId, same.id) : same);
    const existing = await requireRoom(tx, userId, payments);
    const row = await keepMethod(tx, userId, { provider: payments.name, ...method });
    return toPaymentMethod(isDefault || existing === 0 ? await makeDefault(tx, userId, row.id) : row);
  });
}

async function recognise(userId: string, token: string, payments: Payments): Promise<Method> {
  const open = payments.describe(token);
  if (open) return { token, label: open.label };
  const method = answered(await payments.findMethod({ userId, reference: token }));
  if (!method) throw unknownMethod();
  return method;
}
