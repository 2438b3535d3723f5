import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { paymentMethods, users } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import type { PaymentMethod } from './schema';

export type MethodRow = typeof paymentMethods.$inferSelect;

export const toPaymentMethod = (row: MethodRow): PaymentMethod => ({
  id: row.id,
  provider: row.provider,
  label: row.label,
  isDefault: row.isDefault,
  createdAt: row.createdAt.toISOString(),
});

export const isLive = (userId: string) => and(eq(paymentMethods.userId, userId), isNull(paymentMethods.deletedAt));

/** How I can pay, the default first. Who has stored nothing pays with the provider's own default, where it has one. */
export async function listPaymentMethods(ctx: Ctx, payments: Payments = storePayments()): Promise<PaymentMethod[]> {
  const { userId } = requireUser(ctx);
  const rows = await ctx.db
    .select()
    .from(paymentMethods)
    .where(isLive(userId))
    .orderBy(desc(paymentMethods.isDefault), desc(paymentMethods.createdAt), desc(paymentMethods.id));
  if (rows.length > 0) return rows.map(toPaymentMethod);
  const implicit = await implicitMethod(ctx, userId, payments);
  return implicit ? [implicit] : [];
}

/** What an account without stored methods pays with; it answers to its token. */
export async function implicitMethod(ctx: Ctx, userId: string, payments: Payments): Promise<PaymentMethod | null> {
  const token = payments.defaultToken;
  const label = token && payments.describe(token)?.label;
  if (!token || !label) return null;
  const [user] = await ctx.db.select({ createdAt: users.createdAt }).from(users).where(eq(users.id, userId));
  if (!user) return null;
  return { id: token, provider: payments.name, label, isDefault: true, createdAt: user.createdAt.toISOString() };
}

/** My stored method by id, or by the provider's token; null when I have none of that name. */
export async function findMethod(ctx: Ctx, userId: string, ref: string): Promise<MethodRow | null> {
  const [row] = await ctx.db
    .select()
    .from(paymentMethods)
    .where(and(isLive(userId), isId(ref) ? eq(paymentMethods.id, ref) : eq(paymentMethods.token, ref)))
    .orderBy(desc(paymentMethods.createdAt))
    .limit(1);
  return row ?? null;
}

export const unknownMethod = () =>
  new AppError('unprocessable', 'payment_method_unknown', {
    detail: 'There is no such payment method. Choose another one.',
  });

/**
 * The provider's token to charge: of my method with that id, a token the provider knows, or my default.
 * Throws 422 `payment_method_unknown`.
 */
export async function chooseToken(
  ctx: Ctx,
  userId: string,
  ref: string | undefined,
  payments: Payments,
): Promise<string> {
  if (ref !== undefined) {
    const token = isId(ref) ? (await findMethod(ctx, userId, ref))?.token : ref;
    if (token && payments.describe(token)) return token;
    throw unknownMethod();
  }
  const [row] = await ctx.db
    .select({ token: paymentMethods.token })
    .from(paymentMethods)
    .where(isLive(userId))
    .orderBy(desc(paymentMethods.isDefault), desc(paymentMethods.createdAt))
    .limit(1);
  const token = row?.token ?? payments.defaultToken;
  if (!token) throw unknownMethod();
  return token;
}

/** Writers of one person's methods take turns, so that exactly one stays the default. */
export async function lockMethods(ctx: Ctx & { db: Tx }, userId: string): Promise<void> {
  await ctx.db.execute(sql`select from users where id = ${userId} for no key update`);
}

export async function makeDefault(ctx: Ctx & { db: Tx }, userId: string, id: string): Promise<MethodRow> {
  await ctx.db
    .update(paymentMethods)
    .set({ isDefault: false })
    .where(and(isLive(userId), eq(paymentMethods.isDefault, true)));
  const [row] = await ctx.db
    .update(paymentMethods)
    .set({ isDefault: true })
    .where(and(isLive(userId), eq(paymentMethods.id, id)))
    .returning();
  return row as MethodRow;
}
