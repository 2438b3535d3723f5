import { count } from 'drizzle-orm';
import { paymentMethods } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { findMethod, isLive, lockMethods, makeDefault, toPaymentMethod, unknownMethod } from './payment-methods';
import type { PaymentMethod } from './schema';

const maxMethods = 20;

/**
 * Keeps a payment method of mine; the first one is the default, and adding the same twice keeps one.
 * Throws 422 `payment_method_unknown`, 409 `too_many_payment_methods`.
 */
export async function addPaymentMethod(
  ctx: Ctx,
  { token, isDefault = false }: { token: string; isDefault?: boolean },
  payments: Payments = storePayments(),
): Promise<PaymentMethod> {
  const { userId } = requireUser(ctx);
  const known = payments.describe(token);
  if (!known) throw unknownMethod();
  return inTransaction(ctx, async (tx) => {
    await lockMethods(tx, userId);
    const same = await findMethod(tx, userId, token);
    if (same) return toPaymentMethod(isDefault ? await makeDefault(tx, userId, same.id) : same);
    const [kept] = await tx.db.select({ count: count() }).from(paymentMethods).where(isLive(userId));
    const existing = kept?.count ?? 0;
    if (existing >= maxMethods) {
      throw new AppError('conflict', 'too_many_payment_methods', {
        detail: `At most ${maxMethods} payment methods; remove one first.`,
      });
    }
    const row = {
      id: newId(ctx.now),
      userId,
      provider: payments.name,
      token,
      label: known.label,
      isDefault: false,
      createdAt: ctx.now,
      deletedAt: null,
    };
    await tx.db.insert(paymentMethods).values(row);
    return toPaymentMethod(isDefault || existing === 0 ? await makeDefault(tx, userId, row.id) : row);
  });
}
