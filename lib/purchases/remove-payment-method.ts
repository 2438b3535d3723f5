import { desc, eq } from 'drizzle-orm';
import { paymentMethods } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { findMethod, isLive, lockMethods, makeDefault } from './payment-methods';

/** Forgets a payment method of mine; when it was the default, the newest of the others becomes it. Throws 404 `not_found`. */
export async function removePaymentMethod(ctx: Ctx, ref: string): Promise<void> {
  const { userId } = requireUser(ctx);
  await inTransaction(ctx, async (tx) => {
    await lockMethods(tx, userId);
    const method = await findMethod(tx, userId, ref);
    if (!method) throw new AppError('not_found', 'not_found');
    await tx.db
      .update(paymentMethods)
      .set({ deletedAt: ctx.now, isDefault: false })
      .where(eq(paymentMethods.id, method.id));
    if (!method.isDefault) return;
    const [next] = await tx.db
      .select({ id: paymentMethods.id })
      .from(paymentMethods)
      .where(isLive(userId))
      .orderBy(desc(paymentMethods.createdAt), desc(paymentMethods.id))
      .limit(1);
    if (next) await makeDefault(tx, userId, next.id);
  });
}
