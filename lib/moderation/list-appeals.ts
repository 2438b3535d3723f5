import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { conflictSentence } from './conflict';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { toGuidelines } from '@/lib/publishing/submissions';
import { ownReviewSentence } from './reviews/held-review';
import { machineRule, reviewRules } from './reviews/rules';
import { type AppColumns, appColumns, appJoins, toApp } from './rows';
import { toOrganization, toPerson } from './rows';
import type { Appeal, AppealsQuery } from './schema';
import { samePersonSentence } from './same-person';

type Row = AppColumns & {
  id: string;
  submission_id: string | null;
  text: string;
  created_at: string;
  outcome: Appeal['outcome'];
  note: string;
  decided_at: string | null;
  decided_by: string | null;
  decider: string | null;
  is_same_person: boolean;
  version: string | null;
  rejected_by: string | null;
  rejecter: string | null;
  rejected_at: string | null;
  guideline_ids: string[] | null;
  evidence: string | null;
  rejection_note: string | null;
  is_member: boolean;
  review: Appeal['review'];
  is_author: boolean;
  rule_id: string | null;
};

/** Of `e`, an appeal. */
const select = (userId: string) => sql`
  select e.id, e.submission_id, e.text, ${instant(sql`e.created_at`)} as created_at, e.outcome, e.note,
    ${instant(sql`e.decided_at`)} as decided_at, e.decided_by, decider.name as decider, e.is_same_person,
    s.snapshot #>> '{version,version}' as version, coalesce(s.decided_by, d.decided_by) as rejected_by, rejecter.name as rejecter,
    ${instant(sql`coalesce(s.decided_at, d.created_at, n.created_at, v.created_at)`)} as rejected_at, s.guideline_ids, s.evidence,
    coalesce(s.note, d.note) as rejection_note, d.rule_id, coalesce(r.user_id = ${userId}, false) as is_author,
    case when r.id is not null then json_build_object('id', r.id, 'rating', v.rating, 'title', v.title, 'body', v.body,
      'author', json_build_object('id', author.id, 'name', author.name)) end as review,
    exists (select from organization_members me where me.organization_id = o.id and me.user_id = ${userId}) as is_member,
    ${appColumns}`;

// An appeal of a review has no submission; its app is the review's.
const joins = sql`
  left join submissions s on s.id = e.submission_id
  left join reviews r on r.id = e.review_id
  join apps a on a.id = coalesce(s.app_id, r.app_id)
  ${appJoins}
  left join review_revisions v on v.review_id = r.id and v.revision = r.revision
  left join users author on author.id = r.user_id
  left join lateral (
    select decided_by, created_at, rule_id, note from review_decisions
    where review_id = r.id and revision = r.revision and decision = 'reject' and undone_at is null
    order by created_at desc, id desc limit 1
  ) d on true
  left join lateral (
    select created_at from review_analyses where review_id = r.id and revision = r.revision order by created_at desc, id desc limit 1
  ) n on true
  left join users decider on decider.id = e.decided_by
  left join users rejecter on rejecter.id = coalesce(s.decided_by, d.decided_by)`;

const keys = [z.iso.datetime({ offset: true }), z.uuid()] as const;

/**
 * Appeals: the open ones, the oldest first, or the decided ones, the latest first. For moderators: throws 401,
 * 403 `role_required`, 400 `invalid_cursor`.
 */
export async function listAppeals(ctx: Ctx, { state, limit, cursor }: AppealsQuery): Promise<Page<Appeal>> {
  const { userId } = requireRole(ctx, 'moderator');
  const kind = `appeals:${state}`;
  const after = cursor ? decodeCursor(kind, cursor, keys) : null;
  const [isWanted, order, isAfter] =
    state === 'open'
      ? [
          sql`outcome is null`,
          sql`created_at, id`,
          after && sql`and (created_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
        ]
      : [
          sql`outcome is not null`,
          sql`decided_at desc, id`,
          after &&
            sql`and decided_at <= ${after[0]}::timestamptz and (decided_at < ${after[0]}::timestamptz or id > ${after[1]}::uuid)`,
        ];
  const rows = await ctx.db.execute<Row>(sql`
    ${select(userId)}
    from (select * from appeals where ${isWanted} ${isAfter ?? sql``} order by ${order} limit ${limit + 1}) e ${joins}
    order by ${state === 'open' ? sql`e.created_at, e.id` : sql`e.decided_at desc, e.id`}`);
  return toPage(
    [...rows],
    limit,
    (row) => encodeCursor(kind, [state === 'open' ? row.created_at : row.decided_at, row.id]),
    (row) => toAppeal(row, userId),
  );
}

/** One appeal, as a moderator sees it; throws 404 `not_found`. */
export async function requireAppeal(ctx: Ctx, id: string): Promise<Appeal> {
  const { userId } = requireRole(ctx, 'moderator');
  const [row] = await ctx.db.execute<Row>(sql`${select(userId)} from appeals e ${joins} where e.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  return toAppeal(row, userId);
}

function rulesOf(ruleId: string | null) {
  const rule = reviewRules.find(({ id }) => id === (ruleId ?? machineRule));
  return rule ? [{ id: rule.id, title: rule.title }] : [];
}

const toAppeal = (row: Row, userId: string): Appeal => ({
  id: row.id,
  kind: row.submission_id === null ? 'review' : 'version',
  text: row.text,
  createdAt: isoOf(row.created_at),
  outcome: row.outcome,
  note: row.note,
  decidedAt: isoOrNull(row.decided_at),
  decidedBy: toPerson(row.decided_by, row.decider),
  isSamePerson: row.is_same_person,
  submissionId: row.submission_id,
  app: toApp(row),
  organization: toOrganization(row),
  version: row.version,
  review: row.review,
  rejection:
    row.rejected_at === null
      ? null
      : {
          by: toPerson(row.rejected_by, row.rejecter),
          decidedAt: isoOf(row.rejected_at),
          isMachine: row.review !== null && row.rule_id === null,
          guidelines: row.review ? rulesOf(row.rule_id) : toGuidelines(row.guideline_ids ?? []),
          evidence: row.evidence ?? '',
          note: row.rejection_note ?? '',
        },
  conflict: row.is_author
    ? ownReviewSentence
    : row.is_member
      ? conflictSentence(row.organization_name)
      : row.outcome === null && row.rejected_by === userId
        ? samePersonSentence
        : null,
});
