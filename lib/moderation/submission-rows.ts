import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { reviewTargetHours, type VersionState } from '@/lib/publishing/rules';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { type AppColumns, appJoins, toApp, toOrganization } from './rows';
import type { QueueItem } from './schema';

export type SubmissionRow = AppColumns & {
  id: string;
  version_id: string;
  version: string;
  platform: string;
  state: VersionState;
  is_first: boolean;
  submitted_at: string;
  queued_at: string;
  claimed_by: string | null;
  claimer: string | null;
  claim_expires_at: string | null;
  is_claimed: boolean;
  hold_count: number;
  outcome: QueueItem['outcome'];
  decided_at: string | null;
};

/** What a line of the queue shows of `s`, a submission; a claim that has run out is none. */
export const submissionColumns = sql`
  s.id, s.version_id, s.snapshot #>> '{version,version}' as version, s.snapshot #>> '{version,platform}' as platform, v.state,
  (a.released_at is null or a.released_at > s.submitted_at) and not exists (
    select from submissions p where p.app_id = s.app_id and p.outcome = 'approved' and p.decided_at < s.submitted_at) as is_first,
  ${instant(sql`s.submitted_at`)} as submitted_at, ${instant(sql`s.queued_at`)} as queued_at,
  s.claimed_by, claimer.name as claimer, ${instant(sql`s.claim_expires_at`)} as claim_expires_at,
  s.outcome is null and s.claimed_by is not null and s.claim_expires_at > now() as is_claimed,
  (select count(*)::int from jsonb_array_elements(s.holds) h where not exists (
    select from approved_holds k where k.app_id = s.app_id and k.key = h ->> 'key')) as hold_count,
  s.outcome, ${instant(sql`s.decided_at`)} as decided_at,
  a.id as app_id, a.slug as app_slug, a.name as app_name, a.status as app_status,
  coalesce(staged.id, m.id) as icon_id, coalesce(staged.color, m.color) as color,
  o.id as organization_id, o.slug as organization_slug, o.name as organization_name, o.verified_domain,
  o.suspended_at is not null as is_suspended`;

/** With the icon that was handed in, where there was one. */
export const submissionJoins = sql`
  join app_versions v on v.id = s.version_id
  join apps a on a.id = s.app_id
  ${appJoins}
  left join staged_media staged on staged.id = (s.snapshot #>> '{listing,iconId}')::uuid and staged.app_id = s.app_id
  left join users claimer on claimer.id = s.claimed_by`;

export function toQueueItem(ctx: Ctx, row: SubmissionRow, position: number | null): QueueItem {
  const until = row.decided_at === null ? ctx.now : new Date(row.decided_at);
  const ageMinutes = Math.max(0, Math.floor((until.getTime() - new Date(row.queued_at).getTime()) / 60_000));
  const me = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  return {
    id: row.id,
    position,
    app: toApp(row),
    organization: toOrganization(row),
    version: row.version,
    platform: row.platform,
    state: row.state,
    isFirst: row.is_first,
    submittedAt: isoOf(row.submitted_at),
    queuedAt: isoOf(row.queued_at),
    ageMinutes,
    isLate: ageMinutes >= reviewTargetHours * 60,
    claim:
      row.is_claimed && row.claimed_by !== null && row.claim_expires_at !== null
        ? {
            by: { id: row.claimed_by, name: row.claimer ?? '' },
            expiresAt: isoOf(row.claim_expires_at),
            isMine: row.claimed_by === me,
          }
        : null,
    holdCount: row.hold_count,
    outcome: row.outcome,
    decidedAt: isoOrNull(row.decided_at),
  };
}

/** How many open submissions came before this one. */
export async function countBefore(ctx: Ctx, { queued_at, id }: { queued_at: string; id: string }): Promise<number> {
  const [row] = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from submissions
    where outcome is null and (queued_at, id) < (${queued_at}::timestamptz, ${id}::uuid)`);
  return row?.count ?? 0;
}
