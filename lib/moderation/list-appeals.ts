import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { AppError } from '@/lib/errors';
import { conflictSentence } from './conflict';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { toGuidelines } from '@/lib/publishing/submissions';
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
};

/** Of `e`, an appeal. */
const select = (userId: string) => sql`
  select e.id, e.submission_id, e.text, ${instant(sql`e.created_at`)} as created_at, e.outcome, e.note,
    ${instant(sql`e.decided_at`)} as decided_at, e.decided_by, decider.name as decider, e.is_same_person,
    s.snapshot #>> '{version,version}' as version, s.decided_by as rejected_by, rejecter.name as rejecter,
    ${instant(sql`s.decided_at`)} as rejected_at, s.guideline_ids, s.evidence, s.note as rejection_note,
    exists (select from organization_members me where me.organization_id = o.id and me.user_id = ${userId}) as is_member,
    ${appColumns}`;

// An appeal of a review has no submission; its app is the review's.
const joins = sql`
  left join submissions s on s.id = e.submission_id
  left join reviews r on r.id = e.review_id
  join apps a on a.id = coalesce(s.app_id, r.app_id)
  ${appJoins}
  left join users decider on decider.id = e.decided_by
  left join users rejecter on rejecter.id = s.decided_by`;

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
  rejection:
    row.rejected_at === null
      ? null
      : {
          by: toPerson(row.rejected_by, row.rejecter),
          decidedAt: isoOf(row.rejected_at),
          guidelines: toGuidelines(row.guideline_ids ?? []),
          evidence: row.evidence ?? '',
          note: row.rejection_note ?? '',
        },
  conflict: row.is_member
    ? conflictSentence(row.organization_name)
    : row.outcome === null && row.rejected_by === userId
      ? samePersonSentence
      : null,
});
