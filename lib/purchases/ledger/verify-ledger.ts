import { type SQL, sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { ledgerChecks } from './checks';

/** How many offenders a finding names. */
const examplesLimit = 5;

export type LedgerFinding = { check: string; rule: string; looked: number; count: number; examples: string[] };

export type LedgerBalance = {
  /** The account without whose it is: `organization:*:payable`, `tax:payable:*`. */
  account: string;
  currency: string;
  entries: number;
  /** Debit above zero, credit below. */
  balanceMinor: bigint;
};

export type LedgerProof = {
  /** Every check, broken or not. */
  checks: LedgerFinding[];
  /** Those that are broken. */
  findings: LedgerFinding[];
  balances: LedgerBalance[];
};

/**
 * Proves that the books add up: with themselves, with what was bought, refunded, paid out and is owned, and with the
 * sandbox's own books. Changes nothing. For the system and admins: throws 401, 403 `role_required`.
 */
export async function verifyLedger(ctx: Ctx, signal?: AbortSignal): Promise<LedgerProof> {
  if (ctx.actor.kind !== 'system') requireRole(ctx, 'admin');
  const checks: LedgerFinding[] = [];
  for (const { name, rule, looked, broken } of ledgerChecks) {
    signal?.throwIfAborted();
    checks.push({ check: name, rule, ...(await runCheck(ctx, looked, broken)) });
  }
  signal?.throwIfAborted();
  return { checks, findings: checks.filter(({ count }) => count > 0), balances: await readBalances(ctx) };
}

/** One statement, and so one moment: what is bought meanwhile is there whole or not at all. */
async function runCheck(ctx: Ctx, looked: SQL, broken: SQL) {
  const [row] = await ctx.db.execute<{ looked: string; count: string; examples: string[] }>(sql`
    with broken as materialized (${broken})
    select (${looked}) as looked, (select count(*) from broken) as count,
      array(select id from broken order by id limit ${examplesLimit}) as examples`);
  return { looked: Number(row?.looked), count: Number(row?.count), examples: row?.examples ?? [] };
}

async function readBalances(ctx: Ctx): Promise<LedgerBalance[]> {
  const rows = await ctx.db.execute<{ account: string; currency: string; entries: string; balance: string }>(sql`
    select kind as account, currency, sum(entries) as entries, sum(balance) as balance from (
      select case when account like 'organization:%:payable' then 'organization:*:payable'
          when account like 'tax:payable:%' then 'tax:payable:*' else account end as kind,
        currency, count(*) as entries, sum(amount_minor) as balance
      from ledger_entries group by account, currency) accounts
    group by kind, currency order by kind, currency`);
  return rows.map(({ account, currency, entries, balance }) => ({
    account,
    currency,
    entries: Number(entries),
    balanceMinor: BigInt(balance),
  }));
}
