import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { ledgerEntries, payouts } from '@/db/schema';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { monthBounds, monthPattern, payableAccount, payoutThresholdsMinor } from './rules';

/** Any number, the same everywhere: one maker of payouts at a time, or two months at once would pay the same sales. */
const lockKey = 7_301_004;

/** Rows of one statement. */
const batchSize = 1_000;

type Owed = { organizationId: string; currency: string; amountMinor: number };

/**
 * Pays out what organisations are owed at the end of a month that is over, where it reaches the currency's threshold: a
 * payout each and its two ledger entries, all or nothing. Once per organisation, month and currency, however often it
 * runs. For the system and admins: throws 401, 403 `role_required`, 400 `invalid_month`, 409 `month_not_over`.
 */
export async function makePayouts(ctx: Ctx, month: string): Promise<{ made: number }> {
  if (ctx.actor.kind !== 'system') requireRole(ctx, 'admin');
  if (!monthPattern.test(month)) throw new AppError('invalid', 'invalid_month', { detail: 'A month such as 2026-10.' });
  if (ctx.now < monthBounds(month).end) {
    throw new AppError('conflict', 'month_not_over', { detail: 'Sales of this month may still come in.' });
  }
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    const owed = await listOwed(ctx, month);
    let made = 0;
    for (let i = 0; i < owed.length; i += batchSize) made += await payOut(ctx, month, owed.slice(i, i + batchSize));
    return { made };
  });
}

/** Everything sold and not given back by the end of the month, less everything paid out so far, for whatever month. */
async function listOwed(ctx: Ctx, month: string): Promise<Owed[]> {
  const rows = await ctx.db.execute<{ organization_id: string; currency: string; amount: string }>(sql`
    select organization_id, currency, earned.amount - coalesce(paid.amount, 0) as amount
    from (
      select organization_id, currency, -sum(amount_minor) as amount from ledger_entries
      where account = 'organization:' || organization_id || ':payable' and purchase_id is not null
        and created_at < ${monthBounds(month).end.toISOString()}::timestamptz
      group by 1, 2
    ) earned
    left join (select organization_id, currency, sum(amount_minor) as amount from payouts group by 1, 2) paid
      using (organization_id, currency)
    where earned.amount - coalesce(paid.amount, 0)
      >= greatest(1, coalesce((${JSON.stringify(payoutThresholdsMinor)}::jsonb ->> currency)::bigint, 1))
    order by organization_id, currency`);
  return rows.map((row) => ({
    organizationId: row.organization_id,
    currency: row.currency,
    amountMinor: Number(row.amount),
  }));
}

async function payOut(ctx: Ctx & { db: Tx }, month: string, owed: readonly Owed[]): Promise<number> {
  const made = await ctx.db
    .insert(payouts)
    .values(owed.map((one) => ({ ...one, id: newId(ctx.now), month, createdAt: ctx.now })))
    .onConflictDoNothing({ target: [payouts.organizationId, payouts.month, payouts.currency] })
    .returning();
  if (made.length === 0) return 0;
  await ctx.db.insert(ledgerEntries).values(
    made.flatMap(({ id: transactionId, organizationId, currency, amountMinor }) => {
      const entry = { transactionId, organizationId, currency, createdAt: ctx.now };
      return [
        { ...entry, id: newId(ctx.now), account: payableAccount(organizationId), amountMinor },
        { ...entry, id: newId(ctx.now), account: 'payout:clearing', amountMinor: -amountMinor },
      ];
    }),
  );
  return made.length;
}
