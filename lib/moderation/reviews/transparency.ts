import { sql } from 'drizzle-orm';
import { readThrough } from '@/lib/cache/read-through';
import type { Ctx } from '@/lib/context';
import { machineRule, type ReviewRuleId, reviewRules } from './rules';
import type { Transparency } from './schema';

const days = 90;

/** What anybody may know of moderation in the last 90 days; some minutes old. */
export const getTransparency = (ctx: Ctx): Promise<Transparency> =>
  readThrough(ctx, 'transparency', 'all', () => readTransparency(ctx));

type Row = {
  written: number;
  machine_approved: number;
  machine_held: number;
  machine_rejected: number;
  people_approved: number;
  people_rejected: number;
  by_rule: Partial<Record<ReviewRuleId, number>> | null;
  reported: number;
  median_wait: number | null;
  machine_decided: number;
  machine_overturned: number;
  people_decided: number;
  people_overturned: number;
  submissions_approved: number;
  submissions_rejected: number;
  takedowns: number;
};

async function readTransparency(ctx: Ctx): Promise<Transparency> {
  const since = sql`${ctx.now.toISOString()}::timestamptz - make_interval(days => ${days})`;
  const [row] = await ctx.db.execute<Row>(sql`
    with first_looks as (
      select distinct on (review_id, revision) review_id, revision, action from review_analyses
      where created_at >= ${since} order by review_id, revision, created_at, id
    ), decisions as (
      select d.review_id, d.revision, d.decision, d.rule_id, d.created_at, v.created_at as written_at
      from review_decisions d join review_revisions v on v.review_id = d.review_id and v.revision = d.revision
      where not d.is_machine and d.undone_at is null and d.created_at >= ${since}
    ), decided as (
      select e.outcome, exists (
          select from review_decisions d join reviews r on r.id = d.review_id
          where d.review_id = e.review_id and d.decision = 'reject' and not d.is_machine and d.undone_at is null
        ) as by_person
      from appeals e where e.review_id is not null and e.outcome is not null and e.decided_by is not null and e.decided_at >= ${since}
    )
    select (select count(*)::int from review_revisions where created_at >= ${since}) as written,
      (select count(*)::int from first_looks where action = 'approved') as machine_approved,
      (select count(*)::int from first_looks where action = 'manual_review') as machine_held,
      (select count(*)::int from first_looks where action = 'rejected') as machine_rejected,
      (select count(*)::int from decisions where decision = 'approve') as people_approved,
      (select count(*)::int from decisions where decision = 'reject') as people_rejected,
      (select json_object_agg(rule_id, count) from (
        select rule_id, count(*)::int as count from decisions where decision = 'reject' and rule_id is not null group by rule_id) x) as by_rule,
      (select count(*)::int from review_reports where created_at >= ${since}) as reported,
      (select percentile_cont(0.5) within group (order by extract(epoch from created_at - written_at) / 60)
        from decisions where decision <> 'escalate') as median_wait,
      (select count(*)::int from decided where not by_person) as machine_decided,
      (select count(*)::int from decided where not by_person and outcome = 'overturned') as machine_overturned,
      (select count(*)::int from decided where by_person) as people_decided,
      (select count(*)::int from decided where by_person and outcome = 'overturned') as people_overturned,
      (select count(*)::int from submissions where outcome = 'approved' and decided_at >= ${since}) as submissions_approved,
      (select count(*)::int from submissions where outcome in ('rejected', 'metadata_rejected') and decided_at >= ${since}) as submissions_rejected,
      (select count(*)::int from takedowns where created_at >= ${since}) as takedowns`);
  if (!row) throw new Error('a query without a table gave no row');
  const rejectedByRule = (id: ReviewRuleId) =>
    (row.by_rule?.[id] ?? 0) + (id === machineRule ? row.machine_rejected : 0);
  return {
    days,
    reviews: {
      written: row.written,
      approvedByMachine: row.machine_approved,
      heldByMachine: row.machine_held,
      rejectedByMachine: row.machine_rejected,
      approvedByPeople: row.people_approved,
      rejectedByPeople: row.people_rejected,
      byRule: reviewRules.map(({ id, title }) => ({ ruleId: id, title, count: rejectedByRule(id) })),
      reported: row.reported,
      medianWaitMinutes: row.median_wait === null ? null : Math.round(row.median_wait),
    },
    appeals: {
      machine: rates(row.machine_decided, row.machine_overturned),
      people: rates(row.people_decided, row.people_overturned),
    },
    submissions: { approved: row.submissions_approved, rejected: row.submissions_rejected },
    takedowns: row.takedowns,
  };
}

const rates = (decided: number, overturned: number) => ({
  decided,
  overturned,
  overturnRate: decided === 0 ? null : overturned / decided,
});
