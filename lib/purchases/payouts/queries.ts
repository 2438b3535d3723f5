import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import type { Payout, PayoutsQuery, PayoutTotal } from './schema';

type Row = {
  id: string;
  organization_id: string;
  slug: string;
  name: string;
  month: string;
  currency: string;
  amount_minor: string;
  status: Payout['status'];
  created_at: string;
  paid_at: string | null;
};

const select = sql`
  select o.id, o.organization_id, g.slug, g.name, o.month, o.currency, o.amount_minor, o.status,
    to_json(o.created_at) #>> '{}' as created_at, to_json(o.paid_at) #>> '{}' as paid_at
  from payouts o join organizations g on g.id = o.organization_id`;

// Names of organisations are not unique.
const position = sql`(g.name, o.organization_id, o.currency)`;
const order = sql`order by o.month desc, g.name, o.organization_id, o.currency`;

const toPayout = (row: Row): Payout => ({
  id: row.id,
  organization: { id: row.organization_id, slug: row.slug, name: row.name },
  month: row.month,
  currency: row.currency,
  amountMinor: Number(row.amount_minor),
  status: row.status,
  createdAt: new Date(row.created_at).toISOString(),
  paidAt: row.paid_at && new Date(row.paid_at).toISOString(),
});

/** Payouts, of the latest month first, then by organisation and currency. For admins: throws 401, 403 `role_required`. */
export async function listPayouts(ctx: Ctx, query: PayoutsQuery): Promise<Page<Payout>> {
  requireRole(ctx, 'admin');
  const kind = `payouts:${query.month ?? 'all'}`;
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.string(), z.string(), z.uuid(), z.string()]) : null;
  const wanted: SQL[] = [];
  if (query.month) wanted.push(sql`o.month = ${query.month}`);
  if (after) {
    const [month, name, organizationId, currency] = after;
    const isLater = sql`${position} > (${name}, ${organizationId}::uuid, ${currency})`;
    wanted.push(sql`(o.month < ${month} or (o.month = ${month} and ${isLater}))`);
  }
  const where = wanted.length > 0 ? sql`where ${sql.join(wanted, sql` and `)}` : sql``;
  const rows = await ctx.db.execute<Row>(sql`${select} ${where} ${order} limit ${query.limit + 1}`);
  const cursorOf = ({ month, name, organization_id, currency }: Row) =>
    encodeCursor(kind, [month, name, organization_id, currency]);
  return toPage([...rows], query.limit, cursorOf, toPayout);
}

/** What each month came to, the latest first. For admins: throws 401, 403 `role_required`. */
export async function listPayoutTotals(ctx: Ctx): Promise<PayoutTotal[]> {
  requireRole(ctx, 'admin');
  const rows = await ctx.db.execute<{ month: string; currency: string; count: string; amount: string; open: string }>(
    sql`
      select month, currency, count(*) as count, sum(amount_minor) as amount,
        count(*) filter (where status = 'pending') as open
      from payouts group by month, currency order by month desc, currency`,
  );
  return rows.map(({ month, currency, count, amount, open }) => ({
    month,
    currency,
    count: Number(count),
    amountMinor: Number(amount),
    pendingCount: Number(open),
  }));
}

/** Null when there is none of that id. The caller has authorised. */
export async function findPayout(ctx: Ctx, id: string): Promise<Payout | null> {
  const [row] = await ctx.db.execute<Row>(sql`${select} where o.id = ${id}`);
  return row ? toPayout(row) : null;
}

/** Every payout of a month, some at a time. The caller has authorised. */
export async function* payoutsOfMonth(ctx: Ctx, month: string, batchSize = 1_000): AsyncGenerator<Payout[]> {
  let after = sql``;
  for (;;) {
    const rows = await ctx.db.execute<Row>(
      sql`${select} where o.month = ${month} ${after} ${order} limit ${batchSize}`,
    );
    if (rows.length > 0) yield rows.map(toPayout);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = sql`and ${position} > (${last.name}, ${last.organization_id}::uuid, ${last.currency})`;
  }
}
