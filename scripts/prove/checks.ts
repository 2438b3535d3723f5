import type { Sql } from 'postgres';
import { systemContext } from '@/lib/context';
import { verifyLedger } from '@/lib/purchases/ledger/verify-ledger';
import type { Db } from '@/db/client';

export type Check = { check: string; looked: number; violations: number };
/** What clients were told under one key. */
export type Told = { key: string; status: number; body: string };

type Row = { looked: string | number; violations: string | number };

/** Everything that has to be true in the end, whatever died. */
export async function checkAll(db: Db, told: readonly Told[]): Promise<Check[]> {
  const sql = db.$client;
  const proof = await verifyLedger(systemContext('proof', { db }));
  const ledger = proof.checks.map(({ check, looked, count }) => ({ check, looked, violations: count }));
  return [...(await ownChecks(sql)), answersAgree(told), await answersAreTrue(sql, told), ...ledger];
}

async function ownChecks(sql: Sql): Promise<Check[]> {
  const count = async (check: string, query: Promise<Row[]>): Promise<Check> => {
    const [row] = await query;
    return { check, looked: Number(row?.looked), violations: Number(row?.violations) };
  };
  return [
    await count(
      'one charge for each paid purchase that was completed, none for others',
      sql<Row[]>`
        select count(*) as looked, count(*) filter (where (c.id is null) <> (p.status not in ('completed', 'refunded'))) as violations
        from purchases p full join sandbox.charges c on c.idempotency_key = p.id::text
        where p.amount_minor > 0 or p.id is null`,
    ),
    await count(
      'nothing is left pending',
      sql<Row[]>`select count(*) as looked, count(*) filter (where status = 'pending') as violations from purchases`,
    ),
    await count(
      'one active entitlement of a person and app at most',
      sql<Row[]>`
        select count(*) as looked, count(*) filter (where many > 1) as violations
        from (select count(*) as many from entitlements where is_active group by user_id, app_id) e`,
    ),
    await count(
      'each purchase’s event was handled once',
      sql<Row[]>`
        select count(*) as looked, count(*) filter (where many <> 1) as violations from (
          select (select count(*) from notifications n where n.kind = 'purchase_completed' and n.href = '/purchases/' || p.id) as many
          from purchases p where p.status in ('completed', 'refunded')) e`,
    ),
    await count(
      'each refund’s event was handled once',
      sql<Row[]>`
        select count(*) as looked, count(*) filter (where many <> 1) as violations from (
          select (select count(*) from notifications n where n.kind = 'purchase_refunded' and n.href = '/purchases/' || p.id) as many
          from purchases p where p.status = 'refunded') e`,
    ),
    await count(
      'no event is dead or waits',
      sql<Row[]>`
        select (select count(*) from processed_events) as looked,
          (select count(*) from dead_letters) + (select count(*) from pgboss.job where state in ('created', 'retry', 'active')) as violations`,
    ),
  ];
}

/** Final answers under one key are the same bytes. */
function answersAgree(told: readonly Told[]): Check {
  const byKey = new Map<string, Set<string>>();
  for (const { key, status, body } of told) {
    byKey.set(key, (byKey.get(key) ?? new Set()).add(`${status} ${body}`));
  }
  const violations = [...byKey.values()].filter((answers) => answers.size > 1).length;
  return { check: 'all final answers under one key are the same bytes', looked: byKey.size, violations };
}

/** Whoever was told that they bought has bought; whoever was told that they did not has not. */
async function answersAreTrue(sql: Sql, told: readonly Told[]): Promise<Check> {
  const rows = await sql<{ id: string; status: string }[]>`select id, status from purchases`;
  const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
  const isTrue = ({ status, body }: Told) => {
    const answer = JSON.parse(body);
    const known = statusOf.get(status === 201 ? answer.purchase.id : answer.purchaseId);
    return status === 201 ? known === 'completed' || known === 'refunded' : known === 'failed';
  };
  return {
    check: 'what clients were told is so',
    looked: told.length,
    violations: told.filter((one) => !isTrue(one)).length,
  };
}
