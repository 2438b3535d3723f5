import { type SQL, sql } from 'drizzle-orm';

export type LedgerCheck = {
  name: string;
  /** The rule, as it should be. */
  rule: string;
  /** Counts the rows that the rule is about. */
  looked: SQL;
  /** `id` of each that breaks it, as text. Set-based: each reads its tables once. */
  broken: SQL;
};

const isSold = sql`p.status in ('completed', 'refunded') and p.amount_minor > 0`;
const isUnsold = sql`(p.status in ('pending', 'failed') or p.amount_minor = 0)`;
const underWay = sql`
  select from refunds r where r.purchase_id = p.id and r.status = 'approved' and r.recovery_point <> 'finished'`;
const isFinished = sql`r.recovery_point = 'finished' and r.amount_minor > 0`;

const transactionsBalance: LedgerCheck = {
  name: 'transactions_balance',
  rule: 'Every transaction sums to zero in each currency',
  looked: sql`select count(*) from ledger_entries`,
  broken: sql`
    select distinct transaction_id::text as id from ledger_entries
    group by transaction_id, currency having sum(amount_minor) <> 0`,
};

const salesBooked: LedgerCheck = {
  name: 'sales_booked',
  rule: 'Every paid purchase has its entries: all of the amount on provider:clearing, its parts as credits',
  looked: sql`select count(*) from purchases p where ${isSold}`,
  broken: sql`
    select p.id::text as id from purchases p left join ledger_entries l on l.transaction_id = p.id
    where ${isSold}
    group by p.id
    having count(l.id) < 2
      or count(l.id) filter (where l.account = 'provider:clearing' and l.amount_minor = p.amount_minor) <> 1
      or min(l.organization_id::text) is distinct from max(l.organization_id::text)
      or not bool_and((l.purchase_id = p.id and l.currency = p.currency and case
        when l.account = 'provider:clearing' then l.amount_minor > 0
        when l.account in (
          'store:commission', 'organization:' || l.organization_id || ':payable', 'tax:payable:' || p.country
        ) then l.amount_minor < 0
        else false end) is true)`,
};

const nothingElseBooked: LedgerCheck = {
  name: 'unsold_not_booked',
  rule: 'What was free, failed or is pending has no entries',
  looked: sql`select count(*) from purchases p where ${isUnsold}`,
  broken: sql`
    select p.id::text as id from ledger_entries l join purchases p on p.id = l.transaction_id where ${isUnsold}
    union
    select p.id::text from ledger_entries l join purchases p on p.id = l.purchase_id where ${isUnsold}`,
};

const refundsReversed: LedgerCheck = {
  name: 'refunds_reversed',
  rule: 'Every finished refund takes its sale back entry by entry, and no other refund has entries',
  looked: sql`select count(*) from refunds r where ${isFinished}`,
  broken: sql`
    select coalesce(sale.refund_id, back.refund_id)::text as id from (
      select r.id as refund_id, l.account, l.amount_minor, l.currency, l.purchase_id, l.organization_id
      from refunds r join ledger_entries l on l.transaction_id = r.purchase_id where ${isFinished}
    ) sale full join (
      select r.id as refund_id, l.account, l.amount_minor, l.currency, l.purchase_id, l.organization_id
      from refunds r join ledger_entries l on l.transaction_id = r.id
    ) back on back.refund_id = sale.refund_id and back.account = sale.account
    where sale.refund_id is null or back.refund_id is null or back.amount_minor <> -sale.amount_minor
      or back.currency <> sale.currency or back.purchase_id is distinct from sale.purchase_id
      or back.organization_id is distinct from sale.organization_id
    group by 1`,
};

const refundsFinished: LedgerCheck = {
  name: 'refunds_of_purchases',
  rule: 'A purchase is refunded when and only when a refund of its whole amount is finished',
  looked: sql`select count(*) from refunds`,
  // What was charged for a purchase that had failed goes back by a refund too, and nothing becomes of the purchase.
  broken: sql`
    select coalesce(p.id, r.purchase_id)::text as id
    from (select * from purchases where status = 'refunded') p
    full join (select * from refunds where recovery_point = 'finished') r on r.purchase_id = p.id
    where case
      when r.id is null then true
      when p.id is null then not exists (
        select from purchases stray where stray.id = r.purchase_id and stray.status = 'failed')
      else r.user_id <> p.user_id or r.amount_minor <> p.amount_minor or r.currency <> p.currency end
    group by 1`,
};

const payoutsBooked: LedgerCheck = {
  name: 'payouts_booked',
  rule: 'Every payout has its two entries: out of the payable account, into payout:clearing',
  looked: sql`select count(*) from payouts`,
  broken: sql`
    select o.id::text as id from payouts o left join ledger_entries l on l.transaction_id = o.id
    group by o.id
    having count(l.id) <> 2 or not bool_and((
      l.organization_id = o.organization_id and l.purchase_id is null and l.currency = o.currency
      and case l.account
        when 'organization:' || o.organization_id || ':payable' then l.amount_minor = o.amount_minor
        when 'payout:clearing' then l.amount_minor = -o.amount_minor
        else false end) is true)`,
};

const noOrphans: LedgerCheck = {
  name: 'no_orphans',
  rule: 'Every transaction is a purchase, a refund or a payout',
  looked: sql`select count(distinct transaction_id) from ledger_entries`,
  broken: sql`
    select distinct l.transaction_id::text as id from ledger_entries l
    where not exists (select from purchases p where p.id = l.transaction_id)
      and not exists (select from refunds r where r.id = l.transaction_id)
      and not exists (select from payouts o where o.id = l.transaction_id)`,
};

const purchasesGrant: LedgerCheck = {
  name: 'entitlements_of_purchases',
  rule: 'Who bought owns it, who was refunded or never paid does not',
  looked: sql`select count(*) from entitlements`,
  // A renewal prolongs what the first purchase granted, also when the money of that is back; a subscription that has
  // ended is completed and owned no more.
  broken: sql`
    select p.id::text as id from purchases p left join entitlements e on e.purchase_id = p.id
    where case
      when e.id is null then p.status = 'completed' and p.period_number = 0
      when e.user_id <> p.user_id or e.app_id <> p.app_id then true
      when e.is_active then p.status <> 'completed' and not exists (
        select from purchases later where later.original_purchase_id = p.id and later.period_number > 0 and later.status = 'completed')
      else p.status = 'completed' and p.kind = 'one_time' end`,
};

const ownedOnce: LedgerCheck = {
  name: 'one_entitlement_each',
  rule: 'Nobody owns an app twice',
  looked: sql`select count(*) from entitlements where is_active`,
  broken: sql`
    select min(id::text) as id from entitlements where is_active group by user_id, app_id having count(*) > 1`,
};

const chargesMatch: LedgerCheck = {
  name: 'sandbox_charges',
  rule: 'The sandbox charged each paid purchase once, its amount, and nothing else',
  looked: sql`select count(*) from sandbox.charges`,
  // Under way: a pending purchase may be charged already, an approved refund may have left the bank. A purchase that
  // failed has its money back, or soon will.
  broken: sql`
    select coalesce(p.id::text, c.idempotency_key) as id
    from (select * from purchases where amount_minor > 0 and (provider = 'sandbox' or provider is null)) p
    full join sandbox.charges c on c.idempotency_key = p.id::text
    where case
      when p.id is null then true
      when c.id is null then p.status in ('completed', 'refunded')
      when c.amount_minor <> p.amount_minor or c.currency <> p.currency then true
      when p.status = 'pending' then false
      when p.status = 'failed' then c.status <> 'refunded' and not exists (${underWay})
      when c.id is distinct from p.provider_payment_id then true
      when p.status = 'refunded' then c.status <> 'refunded'
      else c.status = 'refunded' and not exists (${underWay}) end`,
};

const refundsMatch: LedgerCheck = {
  name: 'sandbox_refunds',
  rule: 'The sandbox gave back each refund once, its amount, and nothing else',
  looked: sql`select count(*) from sandbox.refunds`,
  broken: sql`
    select coalesce(r.id::text, s.idempotency_key) as id
    from (
      select f.*, p.provider_payment_id from refunds f join purchases p on p.id = f.purchase_id
      where f.status = 'approved' and f.amount_minor > 0 and p.provider = 'sandbox'
    ) r
    full join (
      select b.*, c.currency from sandbox.refunds b join sandbox.charges c on c.id = b.charge_id
    ) s on s.idempotency_key = r.id::text
    where case
      when s.id is null then r.recovery_point <> 'requested'
      when r.id is null then true
      else s.amount_minor <> r.amount_minor or s.currency <> r.currency
        or s.charge_id is distinct from r.provider_payment_id
        or s.id <> r.provider_refund_id end`,
};

/** What must always be true of the books, of what people own and of the sandbox's own books. */
export const ledgerChecks: readonly LedgerCheck[] = [
  transactionsBalance,
  salesBooked,
  nothingElseBooked,
  refundsReversed,
  refundsFinished,
  payoutsBooked,
  noOrphans,
  purchasesGrant,
  ownedOnce,
  chargesMatch,
  refundsMatch,
];
