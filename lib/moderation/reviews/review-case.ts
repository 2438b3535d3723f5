import { sql } from 'drizzle-orm';
import { type Ctx, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { type AnalysisFacts, type Signals, signalNames, weights } from '@/lib/integrity/rules';
import { sentenceOf } from '@/lib/integrity/sentences';
import type { ReviewState } from '@/lib/reviews/rules';
import { instant, isoOf, isoOrNull } from '@/lib/sql';
import { conflictSentence } from '../conflict';
import { toPerson } from '../rows';
import { findNeighbours, listSameText } from './neighbours';
import { ownReviewSentence } from './held-review';
import { requireQueueItem } from './list-queue';
import { readBurst } from './read-burst';
import type { ReviewCase } from './schema';

/**
 * A review as the desk sees it, waiting or not: its author, signals, similar texts, burst, reports and decisions. For
 * moderators: throws 401, 403 `role_required`, 404 `not_found`.
 */
export async function getReviewCase(ctx: Ctx, id: string): Promise<ReviewCase> {
  requireRole(ctx, 'moderator');
  const [item, review, revisions, author, analyses, reports, neighbours, burst, sameTextIds, decisions] =
    await Promise.all([
      requireQueueItem(ctx, id),
      readReview(ctx, id),
      readRevisions(ctx, id),
      readAuthor(ctx, id),
      readAnalyses(ctx, id),
      readReports(ctx, id),
      findNeighbours(ctx, id),
      readBurst(ctx, id),
      listSameText(ctx, id),
      readDecisions(ctx, id),
    ]);
  return {
    ...item,
    ...review,
    revisions,
    person: author,
    ...analyses,
    reports,
    neighbours,
    burst,
    sameTextIds,
    decisions,
  };
}

type ReviewRow = {
  body: string;
  country: string;
  app_version: string | null;
  is_paid: boolean;
  created_at: string;
  shown: ReviewCase['shown'];
  organization: string;
  is_mine: boolean;
  is_member: boolean;
};

async function readReview(ctx: Ctx, id: string) {
  const { userId } = requireRole(ctx, 'moderator');
  const [row] = await ctx.db.execute<ReviewRow>(sql`
    select v.body, r.country, v.app_version, r.is_paid, ${instant(sql`r.created_at`)} as created_at,
      case when r.is_visible and (r.rating, r.title, r.body) is distinct from (v.rating, v.title, v.body)
        then json_build_object('rating', r.rating, 'title', r.title, 'body', r.body) end as shown,
      o.name as organization, r.user_id = ${userId} as is_mine, exists (
        select from organization_members m where m.organization_id = o.id and m.user_id = ${userId}) as is_member
    from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision
    join apps a on a.id = r.app_id join organizations o on o.id = a.organization_id
    where r.id = ${id} and r.deleted_at is null`);
  if (!row) throw new AppError('not_found', 'not_found');
  return {
    body: row.body,
    country: row.country,
    appVersion: row.app_version,
    isPaid: row.is_paid,
    createdAt: isoOf(row.created_at),
    shown: row.shown,
    conflict: row.is_mine ? ownReviewSentence : row.is_member ? conflictSentence(row.organization) : null,
  };
}

async function readRevisions({ db }: Ctx, id: string): Promise<ReviewCase['revisions']> {
  const rows = await db.execute<{
    revision: number;
    rating: number;
    title: string;
    body: string;
    created_at: string;
  }>(sql`
    select v.revision, v.rating, v.title, v.body, ${instant(sql`v.created_at`)} as created_at
    from review_revisions v join reviews r on r.id = v.review_id join users u on u.id = r.user_id
    where r.id = ${id} and (u.erased_at is null or v.revision = r.revision) order by v.revision desc limit 50`);
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: isoOf(created_at) }));
}

type AuthorRow = {
  created_at: string;
  age_days: number;
  is_erased: boolean;
  is_suspended: boolean;
  purchases: number;
  owns_it: boolean;
  reviews: number;
  rejected: number;
  others:
    | {
        id: string;
        app: { slug: string; name: string };
        rating: number;
        excerpt: string;
        status: ReviewState;
        createdAt: string;
      }[]
    | null;
};

/** Of `x`, a review: its author deleted it after a person had rejected it, whatever was edited in between. */
const wasRejected = sql`
  x.deleted_at is not null and 'reject' = (
    select d.decision from review_decisions d where d.review_id = x.id and not d.is_machine and d.undone_at is null
    order by d.created_at desc, d.id desc limit 1
  ) and not exists (select from appeals e where e.review_id = x.id and e.outcome = 'overturned')`;

async function readAuthor(ctx: Ctx, id: string): Promise<ReviewCase['person']> {
  const [row] = await ctx.db.execute<AuthorRow>(sql`
    select ${instant(sql`u.created_at`)} as created_at, u.erased_at is not null as is_erased,
      u.suspended_at is not null as is_suspended,
      extract(epoch from ${ctx.now.toISOString()}::timestamptz - u.created_at)::float8 / 86400 as age_days,
      (select count(*)::int from purchases p where p.user_id = u.id and p.status = 'completed') as purchases,
      exists (select from entitlements e where e.user_id = u.id and e.app_id = r.app_id and e.is_active) as owns_it,
      (select count(*)::int from reviews x where x.user_id = u.id and x.deleted_at is null) as reviews,
      (select count(*)::int from reviews x where x.user_id = u.id and (x.status = 'rejected' or ${wasRejected})) as rejected,
      (select json_agg(json_build_object('id', o.id, 'app', json_build_object('slug', a.slug, 'name', a.name),
          'rating', o.rating, 'excerpt', left(o.body, 140), 'status', o.status, 'createdAt', o.created_at)
          order by o.created_at desc)
        from (
          select * from reviews x where x.user_id = u.id and x.deleted_at is null and x.id <> r.id
          order by x.created_at desc limit 10
        ) o join apps a on a.id = o.app_id) as others
    from reviews r join users u on u.id = r.user_id where r.id = ${id}`);
  if (!row) throw new AppError('not_found', 'not_found');
  return {
    createdAt: isoOf(row.created_at),
    ageDays: row.age_days,
    isErased: row.is_erased,
    isSuspended: row.is_suspended,
    purchaseCount: row.purchases,
    ownsIt: row.owns_it,
    reviewCount: row.reviews,
    rejectedCount: row.rejected,
    reviews: (row.others ?? []).map((other) => ({ ...other, createdAt: isoOf(other.createdAt) })),
  };
}

type AnalysisRow = {
  version: number;
  revision: number;
  score: number;
  action: ReviewCase['analyses'][number]['action'];
  cause: string;
  signals: Signals;
  facts: AnalysisFacts;
  created_at: string;
};

async function readAnalyses({ db }: Ctx, id: string): Promise<Pick<ReviewCase, 'analyses' | 'signals'>> {
  const rows = await db.execute<AnalysisRow>(sql`
    select version, revision, to_json(score) as score, action, cause, signals, facts, ${instant(sql`created_at`)} as created_at
    from review_analyses where review_id = ${id} order by review_analyses.created_at desc, id desc limit 20`);
  const [newest] = rows;
  return {
    analyses: rows.map(({ created_at, signals: _, facts: __, ...row }) => ({ ...row, createdAt: isoOf(created_at) })),
    signals: newest ? explained(newest) : [],
  };
}

/** Analyses of before the facts were kept have figures alone. */
function explained({ signals, facts }: AnalysisRow): ReviewCase['signals'] {
  return signalNames.flatMap((name) => {
    const value = signals[name];
    if (value === undefined) return [];
    const sentence = 'version' in facts ? sentenceOf(name, value, facts).moderator : '';
    return [{ name, value, weight: weights[name], sentence }];
  });
}

async function readReports({ db }: Ctx, id: string): Promise<ReviewCase['reports']> {
  const rows = await db.execute<{
    reason: ReviewCase['reports'][number]['reason'];
    note: string;
    user_id: string | null;
    name: string | null;
    created_at: string;
  }>(sql`
    select x.reason, x.note, x.user_id, u.name, ${instant(sql`x.created_at`)} as created_at
    from review_reports x left join users u on u.id = x.user_id
    where x.review_id = ${id} and x.resolved_at is null order by x.created_at desc limit 50`);
  return rows.map(({ user_id, name, created_at, ...row }) => ({
    ...row,
    by: toPerson(user_id, name),
    createdAt: isoOf(created_at),
  }));
}

type DecisionRow = {
  id: string;
  decision: 'approve' | 'reject' | 'escalate';
  decided_by: string | null;
  name: string | null;
  is_machine: boolean;
  rule_id: string | null;
  note: string;
  created_at: string;
  undone_at: string | null;
  is_earlier: boolean;
};

async function readDecisions({ db }: Ctx, id: string): Promise<ReviewCase['decisions']> {
  const rows = await db.execute<DecisionRow>(sql`
    select d.id, d.decision, d.decided_by, u.name, d.is_machine, d.rule_id, d.note,
      ${instant(sql`d.created_at`)} as created_at, ${instant(sql`d.undone_at`)} as undone_at, o.id <> r.id as is_earlier
    from reviews r join reviews o on o.user_id = r.user_id and o.app_id = r.app_id
    join review_decisions d on d.review_id = o.id left join users u on u.id = d.decided_by
    where r.id = ${id} order by d.created_at desc, d.id desc limit 50`);
  return rows.map((row) => ({
    id: row.id,
    decision: row.decision,
    by: toPerson(row.decided_by, row.name),
    isMachine: row.is_machine,
    ruleId: row.rule_id,
    note: row.note,
    at: isoOf(row.created_at),
    undoneAt: isoOrNull(row.undone_at),
    isEarlierReview: row.is_earlier,
  }));
}
