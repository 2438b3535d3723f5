import { sql } from 'drizzle-orm';
import { listCards } from '@/lib/catalog/cards';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { methodLabel, methodName } from './payment-methods';
import { getSettings } from '@/lib/settings';
import { getPurchase } from './resolve-purchase';
import { taxRateOf } from './rules';
import type { PurchaseDetail } from './schema';

type Row = {
  id: string;
  status: PurchaseDetail['status'];
  app_id: string;
  amount_minor: string;
  currency: string;
  country: string;
  kind: PurchaseDetail['kind'];
  created_at: string;
  purchased_at: string | null;
  refunded_at: string | null;
  expires_at: string | null;
  decline_code: string | null;
  period: PurchaseDetail['period'];
  period_number: number;
  method_label: string | null;
  payment_token: string | null;
  tax_minor: string | null;
  buyer_name: string;
  buyer_email: string;
};

const iso = (value: string | null) => value && new Date(value).toISOString();

/** All there is to know of one purchase of mine; null when I have none of that id. One left pending is resolved first. */
export async function getPurchaseDetail(
  ctx: Ctx,
  purchaseId: string,
  payments: Payments = storePayments(),
): Promise<PurchaseDetail | null> {
  requireUser(ctx);
  if (!isId(purchaseId)) return null;
  const found = await readPurchase(ctx, purchaseId);
  const row = found?.status === 'pending' ? await resolved(ctx, purchaseId, payments) : found;
  return row && toDetail(ctx, row, payments);
}

async function resolved(ctx: Ctx, purchaseId: string, payments: Payments): Promise<Row | null> {
  try {
    await getPurchase(ctx, purchaseId, payments);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'payment_required') throw error;
  }
  return readPurchase(ctx, purchaseId);
}

async function readPurchase(ctx: Ctx, purchaseId: string): Promise<Row | null> {
  const { userId } = requireUser(ctx);
  const [row] = await ctx.db.execute<Row>(sql`
    select p.id, p.status, p.app_id, p.amount_minor, p.currency, p.country, p.kind, to_json(p.created_at) #>> '{}' as created_at,
      to_json(p.purchased_at) #>> '{}' as purchased_at, to_json(p.refunded_at) #>> '{}' as refunded_at,
      to_json(p.expires_at) #>> '{}' as expires_at, p.decline_code, price.period, p.period_number, p.payment_token,
      ${methodLabel} as method_label,
      (select -sum(l.amount_minor) from ledger_entries l where l.transaction_id = p.id and l.account like 'tax:payable:%') as tax_minor,
      u.name as buyer_name, u.email as buyer_email
    from purchases p
    join app_prices price on price.id = p.price_id
    join users u on u.id = p.user_id
    where p.id = ${purchaseId} and p.user_id = ${userId}`);
  return row ?? null;
}

const presentRate = async (ctx: Ctx, { country }: Row) => (await getSettings(ctx)).taxRates[country] ?? 0;

async function toDetail(ctx: Ctx, row: Row, payments: Payments): Promise<PurchaseDetail> {
  const card = (await listCards(ctx, [row.app_id], row.country)).get(row.app_id);
  if (!card) throw new Error(`app ${row.app_id} is gone`);
  const status = row.status;
  const isSale = Number(row.amount_minor) > 0 && (status === 'completed' || status === 'refunded');
  const taxMinor = isSale ? Number(row.tax_minor ?? 0) : null;
  const { slug, name, iconUrl, color, isListed, bundleId, developer } = card;
  return {
    id: row.id,
    status,
    appId: row.app_id,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    country: row.country,
    kind: row.kind,
    createdAt: new Date(row.created_at).toISOString(),
    purchasedAt: iso(row.purchased_at),
    refundedAt: iso(row.refunded_at),
    expiresAt: iso(row.expires_at),
    declineCode: row.decline_code,
    period: row.period,
    isRenewal: row.period_number > 0,
    paymentMethod: methodName(row, payments),
    taxMinor,
    taxRate: taxMinor === null ? null : taxRateOf(Number(row.amount_minor), taxMinor, await presentRate(ctx, row)),
    app: { slug, name, iconUrl, color, isListed, bundleId, developer },
    buyer: { name: row.buyer_name, email: row.buyer_email },
  };
}
