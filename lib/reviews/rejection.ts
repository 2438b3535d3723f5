import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { machineRule, reviewRules } from '@/lib/moderation/reviews/rules';
import { instant, isoOf } from '@/lib/sql';
import type { MyReview } from './schema';

type Row = { rule_id: string | null; note: string; is_machine: boolean; decided_at: string };

const noteOfMachine =
  'A program found that it does not read like what one person found in the app. No person has looked.';

/** Why the newest revision of a rejected review was rejected: a person's decision, else the machine's analysis. */
export async function getRejection(ctx: Ctx, reviewId: string): Promise<NonNullable<MyReview['rejection']>> {
  const [row] = await ctx.db.execute<Row>(sql`
    select d.rule_id, coalesce(d.note, '') as note, coalesce(d.is_machine, true) as is_machine,
      ${instant(sql`coalesce(d.created_at, n.created_at, v.created_at)`)} as decided_at
    from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
    left join lateral (
      select rule_id, note, is_machine, created_at from review_decisions
      where review_id = r.id and revision = r.revision and decision = 'reject' and undone_at is null
      order by created_at desc, id desc limit 1
    ) d on true
    left join lateral (
      select created_at from review_analyses where review_id = r.id and revision = r.revision
      order by created_at desc, id desc limit 1
    ) n on true
    where r.id = ${reviewId}`);
  if (!row) throw new Error(`review ${reviewId} has no text`);
  const ruleId = row.rule_id ?? machineRule;
  return {
    ruleId,
    rule: reviewRules.find(({ id }) => id === ruleId)?.title ?? ruleId,
    note: row.note || (row.is_machine ? noteOfMachine : ''),
    isMachine: row.is_machine,
    decidedAt: isoOf(row.decided_at),
  };
}
