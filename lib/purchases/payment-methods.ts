import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { paymentMethods, users } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId, newId } from '@/lib/ids';
import type { Payments, Unanswered } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import type { PaymentMethod, PaymentMethodList } from './schema';

export type MethodRow = typeof paymentMethods.$inferSelect;

export const toPaymentMethod = (row: MethodRow): PaymentMethod => ({
  id: row.id,
  provider: row.provider,
  label: row.label,
  isDefault: row.isDefault,
  createdAt: row.createdAt.toISOString(),
});

export const isLive = (userId: string) => and(eq(paymentMethods.userId, userId), isNull(paymentMethods.deletedAt));

const maxMethods = 20;

/** My stored methods that this store's provider can charge, the default first; those of an earlier provider rest. */
const usable = (ctx: Ctx, userId: string, payments: Payments) =>
  ctx.db
    .select()
    .from(paymentMethods)
    .where(and(isLive(userId), eq(paymentMethods.provider, payments.name)))
    .orderBy(desc(paymentMethods.isDefault), desc(paymentMethods.createdAt), desc(paymentMethods.id));

/** How I can pay, the default first. Who has stored nothing pays with the provider's own default, where it has one. */
export async function listPaymentMethods(ctx: Ctx, payments: Payments = storePayments()): Promise<PaymentMethodList> {
  const { userId } = requireUser(ctx);
  const isSandbox = payments.name === 'sandbox';
  const rows = await usable(ctx, userId, payments);
  // Where the default is one of an earlier provider, the newest pays: `chooseToken` takes the first too.
  const items = rows.map((row, at) => ({ ...toPaymentMethod(row), isDefault: at === 0 }));
  if (items.length > 0) return { items, isSandbox };
  const implicit = await implicitMethod(ctx, userId, payments);
  return { items: implicit ? [implicit] : [], isSandbox };
}

/** How many I have stored; throws 409 `too_many_payment_methods` when one more would be too many. */
export async function requireRoom(ctx: Ctx, userId: string, payments: Payments): Promise<number> {
  const { length } = await usable(ctx, userId, payments);
  if (length < maxMethods) return length;
  throw new AppError('conflict', 'too_many_payment_methods', {
    detail: `At most ${maxMethods} payment methods; remove one first.`,
  });
}

const isUnanswered = (answer: object): answer is Unanswered => 'outcome' in answer;

/** What the provider said; throws 503 `payments_unavailable` when it said nothing. */
export function answered<T extends object>(answer: T | Unanswered | null): T | null {
  if (answer === null || !isUnanswered(answer)) return answer;
  throw new AppError('unavailable', 'payments_unavailable', {
    detail: 'The payment provider does not answer right now. Try again in a moment.',
    retryAfterSeconds: answer.outcome === 'unavailable' ? answer.retryAfterSeconds : 1,
  });
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

/** My stored method by id, or by the provider's token, of that provider if one is named; null when I have none. */
export async function findMethod(ctx: Ctx, userId: string, ref: string, provider?: string): Promise<MethodRow | null> {
  const [row] = await ctx.db
    .select()
    .from(paymentMethods)
    .where(
      and(
        isLive(userId),
        isId(ref) ? eq(paymentMethods.id, ref) : eq(paymentMethods.token, ref),
        provider === undefined ? undefined : eq(paymentMethods.provider, provider),
      ),
    )
    .orderBy(desc(paymentMethods.createdAt))
    .limit(1);
  return row ?? null;
}

/** What the method of a purchase `p` was called, also when it was removed since; null where it was never kept. */
export const methodLabel = sql`(
  select m.label from payment_methods m where m.user_id = p.user_id and m.token = p.payment_token
  order by m.deleted_at is null desc, m.created_at desc limit 1)`;

/** How a purchase was paid, for people; null for what cost nothing and for people who are gone. */
export const methodName = (
  row: { method_label: string | null; payment_token: string | null },
  payments: Payments,
): string | null =>
  row.method_label ?? (row.payment_token ? (payments.describe(row.payment_token)?.label ?? null) : null);

export const unknownMethod = () =>
  new AppError('unprocessable', 'payment_method_unknown', {
    detail: 'There is no such payment method. Choose another one.',
  });

/**
 * The provider's token to charge: of my stored method with that id, a token that anybody may use, or my default.
 * Throws 422 `payment_method_unknown`.
 */
export async function chooseToken(
  ctx: Ctx,
  userId: string,
  ref: string | undefined,
  payments: Payments,
): Promise<string> {
  if (ref !== undefined) {
    const isOpen = !isId(ref) && payments.describe(ref) !== null;
    const token = isOpen ? ref : isId(ref) ? (await findMethod(ctx, userId, ref, payments.name))?.token : null;
    if (!token) throw unknownMethod();
    return token;
  }
  const [row] = await usable(ctx, userId, payments).limit(1);
  const token = row?.token ?? payments.defaultToken;
  if (!token) throw unknownMethod();
  return token;
}

/** Writers of one person's methods take turns, so that exactly one stays the default. */
export async function lockMethods(ctx: Ctx & { db: Tx }, userId: string): Promise<void> {
  await ctx.db.execute(sql`select from users where id = ${userId} for no key update`);
}

/** Stores a method of mine, for the caller who has the lock and knows that there is none like it. */
export async function keepMethod(
  ctx: Ctx & { db: Tx },
  userId: string,
  { provider, token, label }: Pick<MethodRow, 'provider' | 'token' | 'label'>,
): Promise<MethodRow> {
  const row = {
    id: newId(ctx.now),
    userId,
    provider,
    token,
    label,
    isDefault: false,
    createdAt: ctx.now,
    deletedAt: null,
  };
  await ctx.db.insert(paymentMethods).values(row);
  return row;
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
