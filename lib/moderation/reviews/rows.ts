import { sql } from 'drizzle-orm';
import { mediaUrl, plainColor } from '@/lib/catalog/cards';
import type { Ctx } from '@/lib/context';
import type { ReviewState } from '@/lib/reviews/rules';
import { instant, isoOf } from '@/lib/sql';
import { toPerson } from '../rows';
import { priorityWeights } from './rules';
import type { ReviewQueueItem } from './schema';

const { report, mostReports, reach, fullReach } = priorityWeights;

/** Of `r`, a review: rules.ts, to 4 digits, so that cursors can hold it. */
export const priority = sql`round((
    1 - coalesce(r.score, 0.5)::float8 + ${report}::float8 * least(r.report_count, ${mostReports})
    + ${reach}::float8 * least(ln(1 + coalesce(w.views, 0)) / ln(1 + ${fullReach}::float8), 1)
  )::numeric, 4)::float8`;

/** Views of `r`'s app in 7 days, as `w`. */
export const reachJoin = (ctx: Ctx) => sql`
  left join (
    select app_id, sum(views)::float8 as views from app_views_daily
    where day > (${ctx.now.toISOString()}::timestamptz at time zone 'UTC')::date - 7 group by app_id
  ) w on w.app_id = r.app_id`;

export type QueueRow = {
  id: string;
  revision: number;
  app_id: string;
  app_slug: string;
  app_name: string;
  icon_id: string | null;
  color: string | null;
  user_id: string;
  author: string;
  rating: number;
  title: string;
  excerpt: string;
  status: ReviewState;
  is_visible: boolean;
  score: number | null;
  priority: number;
  report_count: number;
  queued_at: string;
  claimed_by: string | null;
  claimer: string | null;
  claim_expires_at: string | null;
  is_claimed: boolean;
  decision_id: string | null;
  decision: 'approve' | 'reject' | 'escalate' | null;
  decided_by: string | null;
  decider: string | null;
  decided_at: string | null;
  is_undone: boolean | null;
};

export const queueColumns = (ctx: Ctx) => sql`
  r.id, r.revision, a.id as app_id, a.slug as app_slug, a.name as app_name, m.id as icon_id, m.color,
  r.user_id, u.name as author, v.rating, v.title, left(v.body, 300) as excerpt, r.status, r.is_visible,
  to_json(r.score) as score, r.report_count, ${instant(sql`coalesce(r.queued_at, v.created_at)`)} as queued_at,
  r.claimed_by, c.name as claimer, ${instant(sql`r.claim_expires_at`)} as claim_expires_at,
  r.claimed_by is not null and r.claim_expires_at > ${ctx.now.toISOString()}::timestamptz as is_claimed,
  d.id as decision_id, d.decision, d.decided_by, decider.name as decider, ${instant(sql`d.created_at`)} as decided_at,
  d.undone_at is not null as is_undone`;

/** Of `r`; the text is that of the newest revision. */
export const queueJoins = sql`
  join review_revisions v on v.review_id = r.id and v.revision = r.revision
  join apps a on a.id = r.app_id
  left join app_media m on m.app_id = a.id and m.kind = 'icon'
  join users u on u.id = r.user_id
  left join users c on c.id = r.claimed_by`;

/** What a person decided last about `r`'s newest revision, as `d`. */
export const lastDecisionJoin = sql`
  left join lateral (
    select * from review_decisions where review_id = r.id and revision = r.revision and not is_machine
    order by created_at desc, id desc limit 1
  ) d on true
  left join users decider on decider.id = d.decided_by`;

export function toQueueItem({ actor }: Ctx, row: QueueRow): ReviewQueueItem {
  return {
    id: row.id,
    revision: row.revision,
    app: {
      id: row.app_id,
      slug: row.app_slug,
      name: row.app_name,
      iconUrl: row.icon_id && mediaUrl(row.icon_id, 128),
      color: row.color ?? plainColor,
    },
    author: { id: row.user_id, name: row.author },
    rating: row.rating,
    title: row.title,
    excerpt: row.excerpt,
    status: row.status,
    isVisible: row.is_visible,
    score: row.score,
    priority: row.priority,
    reportCount: row.report_count,
    queuedAt: isoOf(row.queued_at),
    claim:
      row.is_claimed && row.claimed_by !== null && row.claim_expires_at !== null
        ? {
            by: { id: row.claimed_by, name: row.claimer ?? '' },
            expiresAt: isoOf(row.claim_expires_at),
            isMine: actor.kind === 'user' && actor.userId === row.claimed_by,
          }
        : null,
    decision:
      row.decision_id === null || row.decision === null || row.decided_at === null
        ? null
        : {
            id: row.decision_id,
            decision: row.decision,
            by: toPerson(row.decided_by, row.decider),
            at: isoOf(row.decided_at),
            isUndone: row.is_undone ?? false,
          },
  };
}

export async function nameOf(ctx: Ctx, userId: string): Promise<string> {
  const [row] = await ctx.db.execute<{ name: string }>(sql`select name from users where id = ${userId}`);
  return row?.name ?? '';
}
