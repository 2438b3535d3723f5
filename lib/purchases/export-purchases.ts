import { sql } from 'drizzle-orm';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type Ctx, requireUser } from '@/lib/context';
import { csvRow } from '@/lib/csv';
import { decimalOf } from '@/lib/money';
import type { Payments } from '@/lib/payments/guard';
import { storePayments } from '@/lib/payments/payments';
import { methodLabel, methodName } from './payment-methods';

const heads = [
  'id',
  'date',
  'app',
  'bundle_id',
  'status',
  'amount',
  'currency',
  'tax',
  'country',
  'payment_method',
  'refunded_at',
];

/** Rows that are in memory at a time. */
const pageSize = 1_000;

type Row = {
  id: string;
  created_at: string;
  purchased_at: string | null;
  refunded_at: string | null;
  app: string;
  bundle_id: string;
  status: string;
  amount_minor: string;
  currency: string;
  country: string;
  tax_minor: string;
  method_label: string | null;
  payment_token: string | null;
};

/**
 * My purchases as CSV, newest first, in pieces; amounts in major units, failed attempts left out. Throws 401, and 429
 * `rate_limited`, before the first piece.
 */
export async function exportPurchases(ctx: Ctx, payments: Payments = storePayments()): Promise<AsyncGenerator<string>> {
  const { userId } = requireUser(ctx);
  await takeFromLimit(ctx, 'exports', `purchases:${userId}`);
  return pieces(ctx, userId, payments);
}

async function* pieces(ctx: Ctx, userId: string, payments: Payments): AsyncGenerator<string> {
  yield csvRow(heads);
  let beyond = sql``;
  for (;;) {
    const rows = await ctx.db.execute<Row>(sql`
      select p.id, to_json(p.created_at) #>> '{}' as created_at, to_json(p.purchased_at) #>> '{}' as purchased_at,
        to_json(p.refunded_at) #>> '{}' as refunded_at, a.name as app, a.bundle_id, p.status, p.amount_minor,
        p.currency, p.country, p.payment_token,
        (select coalesce(-sum(l.amount_minor), 0) from ledger_entries l
          where l.transaction_id = p.id and l.account = 'tax:payable:' || p.country) as tax_minor,
        ${methodLabel} as method_label
      from purchases p join apps a on a.id = p.app_id
      where p.user_id = ${userId} and p.status <> 'failed' ${beyond}
      order by p.created_at desc, p.id desc limit ${pageSize}`);
    if (rows.length > 0) yield rows.map((row) => csvRow(cellsOf(row, payments))).join('');
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    beyond = sql`and (p.created_at, p.id) < (${last.created_at}::timestamptz, ${last.id}::uuid)`;
  }
}

const iso = (value: string | null) => value && new Date(value).toISOString();

function cellsOf(row: Row, payments: Payments): (string | null)[] {
  const amount = (minor: string) => decimalOf({ amountMinor: Number(minor), currency: row.currency });
  return [
    row.id,
    iso(row.purchased_at ?? row.created_at),
    row.app,
    row.bundle_id,
    row.status,
    amount(row.amount_minor),
    row.currency,
    amount(row.tax_minor),
    row.country,
    methodName(row, payments),
    iso(row.refunded_at),
  ];
}
