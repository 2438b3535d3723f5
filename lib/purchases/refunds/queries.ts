import { and, eq, sql } from 'drizzle-orm';
import { purchases } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { PurchaseRow } from '../answer';
import { judgeRefund, type RefundFacts, refundObstacle, refundRules, type RefundVerdict } from '../rules';
import type { Purchase, Refund } from '../schema';
import { findRefund, refusedByProvider, toRefund } from './refund-rows';

/** What the rules look at. Charges that never became a purchase, and what an admin decided, do not count. */
export async function readRefundFacts(ctx: Ctx, purchase: PurchaseRow): Promise<RefundFacts> {
  const { userId, appId, createdAt, purchasedAt } = purchase;
  const since = new Date(ctx.now.getTime() - refundRules.countedMs);
  const [row] = await ctx.db.execute<{ is_downloaded: boolean; automatic: number }>(sql`
    select
      exists(
        select from deliveries d
        where d.user_id = ${userId} and d.app_id = ${appId} and d.created_at >= ${createdAt.toISOString()}::timestamptz
      ) as is_downloaded,
      (
        select count(*)::int from refunds r join purchases p on p.id = r.purchase_id
        where r.user_id = ${userId} and r.created_at > ${since.toISOString()}::timestamptz
          and r.status = 'approved' and r.decided_by is null and p.status <> 'failed'
      ) as automatic`);
  return {
    purchasedAt: purchasedAt ?? createdAt,
    now: ctx.now,
    isDownloaded: row?.is_downloaded ?? false,
    automaticRefunds: row?.automatic ?? 0,
  };
}

/** What became of my request for the money of one of my purchases. Throws 404 `not_found` when there is none. */
export async function getRefund(ctx: Ctx, purchaseId: string): Promise<{ refund: Refund }> {
  const purchase = await findMine(ctx, purchaseId);
  const row = purchase && (await findRefund(ctx, purchaseId));
  if (!row) throw new AppError('not_found', 'not_found');
  return { refund: toRefund(row) };
}

export type RefundStanding = {
  refund: Refund | null;
  /** What would happen if I asked now; null when I cannot ask. */
  outlook: RefundVerdict | null;
};

/** Where one of my purchases stands about its refund, for its page; null when it is not mine. */
export async function getRefundStanding(ctx: Ctx, purchaseId: string): Promise<RefundStanding | null> {
  const purchase = await findMine(ctx, purchaseId);
  if (!purchase) return null;
  const row = await findRefund(ctx, purchaseId);
  const mayAsk =
    (row === null || refusedByProvider(row)) &&
    refundObstacle({ ...purchase, status: purchase.status as Purchase['status'] }) === null;
  return {
    refund: row && toRefund(row),
    outlook: mayAsk ? judgeRefund(await readRefundFacts(ctx, purchase)) : null,
  };
}

async function findMine(ctx: Ctx, purchaseId: string): Promise<PurchaseRow | null> {
  const { userId } = requireUser(ctx);
  if (!isId(purchaseId)) return null;
  const [row] = await ctx.db
    .select()
    .from(purchases)
    .where(and(eq(purchases.id, purchaseId), eq(purchases.userId, userId)));
  return row ?? null;
}
