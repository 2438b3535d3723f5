import { sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { findPayout } from './queries';
import { monthBounds, payableAccount } from './rules';
import type { PayoutStatement, Statement, StatementAmounts } from './schema';

type Line = {
  app_id: string;
  app: string;
  bundle_id: string;
  is_refund: boolean;
  units: number;
  gross: number;
  tax: number;
  commission: number;
  developer: number;
};

type Row = {
  id: string;
  slug: string;
  name: string;
  opening: string;
  payout: string;
  lines: Line[];
};

const zero: StatementAmounts = { units: 0, grossMinor: 0, taxMinor: 0, commissionMinor: 0, developerMinor: 0 };

/**
 * What moved an organisation's account in a month, in one currency, from the ledger as it is at one moment. For admins:
 * throws 401, 403 `role_required`, 404 `not_found` where there is no such organisation.
 */
export async function getStatement(
  ctx: Ctx,
  organizationId: string,
  month: string,
  currency: string,
): Promise<Statement> {
  requireRole(ctx, 'admin');
  const row = await readStatement(ctx, organizationId, month, currency);
  if (!row) throw new AppError('not_found', 'not_found', { detail: 'There is no such organisation.' });
  const apps = new Map<string, Statement['apps'][number]>();
  for (const line of row.lines) {
    const app = { id: line.app_id, name: line.app, bundleId: line.bundle_id };
    const known = apps.get(line.app_id) ?? { app, sales: zero, refunds: zero };
    apps.set(line.app_id, { ...known, [line.is_refund ? 'refunds' : 'sales']: amountsOf(line) });
  }
  const lines = [...apps.values()];
  const sales = lines.map((line) => line.sales).reduce(plus, zero);
  const refunds = lines.map((line) => line.refunds).reduce(plus, zero);
  const [openingMinor, payoutMinor] = [Number(row.opening), Number(row.payout)];
  return {
    organization: { id: row.id, slug: row.slug, name: row.name },
    month,
    currency,
    openingMinor,
    sales,
    refunds,
    payoutMinor,
    closingMinor: openingMinor + sales.developerMinor - refunds.developerMinor - payoutMinor,
    apps: lines,
  };
}

/** The statement that a payout closes. For admins: throws 401, 403 `role_required`, 404 `not_found`. */
export async function getPayoutStatement(ctx: Ctx, payoutId: string): Promise<PayoutStatement> {
  requireRole(ctx, 'admin');
  const payout = await findPayout(ctx, payoutId);
  if (!payout) throw new AppError('not_found', 'not_found', { detail: 'There is no such payout.' });
  return { ...(await getStatement(ctx, payout.organization.id, payout.month, payout.currency)), payout };
}

async function readStatement(ctx: Ctx, organizationId: string, month: string, currency: string) {
  const { start, end } = monthBounds(month);
  const [from, to] = [sql`${start.toISOString()}::timestamptz`, sql`${end.toISOString()}::timestamptz`];
  const own = sql`l.account = ${payableAccount(organizationId)} and l.currency = ${currency} and l.purchase_id is not null`;
  const ofPayouts = sql`organization_id = ${organizationId} and currency = ${currency}`;
  const [row] = await ctx.db.execute<Row>(sql`
    with moved as (
      select l.transaction_id, l.purchase_id from ledger_entries l
      where ${own} and l.created_at >= ${from} and l.created_at < ${to}
    ), lines as (
      select a.id as app_id, a.name as app, a.bundle_id, m.transaction_id <> m.purchase_id as is_refund,
        count(distinct m.transaction_id) as units,
        coalesce(sum(e.amount_minor) filter (where e.account = 'provider:clearing'), 0) as gross,
        coalesce(-sum(e.amount_minor) filter (where e.account like 'tax:payable:%'), 0) as tax,
        coalesce(-sum(e.amount_minor) filter (where e.account = 'store:commission'), 0) as commission,
        coalesce(-sum(e.amount_minor) filter (where e.account = ${payableAccount(organizationId)}), 0) as developer
      from moved m
      join ledger_entries e on e.transaction_id = m.transaction_id
      join purchases p on p.id = m.purchase_id
      join apps a on a.id = p.app_id
      group by a.id, is_refund
    )
    select o.id, o.slug, o.name,
      (select coalesce(-sum(l.amount_minor), 0) from ledger_entries l where ${own} and l.created_at < ${from})
        - (select coalesce(sum(amount_minor), 0) from payouts where ${ofPayouts} and month < ${month}) as opening,
      (select coalesce(sum(amount_minor), 0) from payouts where ${ofPayouts} and month = ${month}) as payout,
      (select coalesce(jsonb_agg(to_jsonb(lines) order by app, app_id), '[]') from lines) as lines
    from organizations o where o.id = ${organizationId}`);
  return row ?? null;
}

/** What a refund takes away is told as positive too. */
function amountsOf(line: Line): StatementAmounts {
  const sign = line.is_refund ? -1 : 1;
  // No negative zero, which is another value to a test and to nobody else.
  const signed = (amount: number) => sign * amount || 0;
  return {
    units: line.units,
    grossMinor: signed(line.gross),
    taxMinor: signed(line.tax),
    commissionMinor: signed(line.commission),
    developerMinor: signed(line.developer),
  };
}

const plus = (a: StatementAmounts, b: StatementAmounts): StatementAmounts => ({
  units: a.units + b.units,
  grossMinor: a.grossMinor + b.grossMinor,
  taxMinor: a.taxMinor + b.taxMinor,
  commissionMinor: a.commissionMinor + b.commissionMinor,
  developerMinor: a.developerMinor + b.developerMinor,
});
