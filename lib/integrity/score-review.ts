import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { afterCommit, type Ctx, inTransaction } from '@/lib/context';
import { env } from '@/lib/env';
import { newId } from '@/lib/ids';
import { metrics } from '@/lib/metrics';
import { moveReview, noteScore } from '@/lib/reviews/move-review';
import type { ReviewState } from '@/lib/reviews/rules';
import { getSettings } from '@/lib/settings';
import { writeFingerprints } from './fingerprints';
import { gatherFacts, gatherFactsV2, type Since } from './gather-facts';
import { loadModel } from './model/load-model';
import type { TextModel } from './model/model';
import { predict } from './model/predict';
import { openBurst } from './open-burst';
import { type Action, type Analysis, scoreV1, scoreV2, type Version } from './rules';
import type { ScoredReview } from './similar-texts';
import { trimmedBody } from './text';

type Target = Ctx & { db: Tx };

export type Cause = 'written' | 'edited' | 'refunded' | 'burst' | 'asked';

type Row = {
  id: string;
  app_id: string;
  user_id: string;
  revision: number;
  status: ReviewState;
  is_paid: boolean;
  body: string;
  at: string;
};

type Options = {
  /** Why it is scored again; without one only what waits to be scored is. */
  cause?: Cause;
  /** Nothing happens when the author has written another one since. */
  revision?: number;
  since?: Since;
};

const moves = { approved: 'pass', manual_review: 'hold', rejected: 'refuse' } as const satisfies Record<Action, string>;

/**
 * Scores the newest revision of a review and keeps the analysis. What waits to be scored is published, held or rejected;
 * what others see already comes before a moderator if it would not pass again. Everything happens in one transaction, with
 * `review.status_changed`. Null when the review is gone, or there is nothing to score.
 */
export async function scoreReview(
  ctx: Ctx,
  reviewId: string,
  { cause, revision, since }: Options = {},
): Promise<Analysis | null> {
  const { integrityVersion } = await getSettings(ctx);
  const model = storeModel(ctx);
  return inTransaction(ctx, async (ctx) => {
    const row = await holdReview(ctx, reviewId);
    if (!row || (revision !== undefined && row.revision !== revision)) return null;
    if (cause === undefined && row.status !== 'pending') return null;
    const { app_id: appId, user_id: userId, is_paid: isPaid, status: _, ...text } = row;
    const review: ScoredReview = { ...text, appId, userId, isPaid };
    await writeFingerprints(ctx, [review]);
    const analysis = await analyse(ctx, review, { version: integrityVersion, model, since: since ?? null });
    await keepAnalysis(ctx, review, analysis, {
      cause: cause ?? (row.revision > 1 ? 'edited' : 'written'),
      model: typeof analysis.facts.modelScore === 'number' ? model.name : null,
    });
    await apply(ctx, row, analysis);
    afterCommit(ctx.db, () => metrics.reviewsAnalyzed.inc({ action: analysis.action }));
    return analysis;
  });
}

/** The data directory's model, else the shipped one. */
function storeModel({ log }: Ctx): TextModel {
  return loadModel(env().POMONA_DATA_DIR, (error) => {
    log.error({ err: error }, 'the text model in the data directory is damaged; the shipped one scores meanwhile');
  });
}

async function holdReview({ db }: Target, id: string): Promise<Row | undefined> {
  const held = await db.execute(sql`select id from reviews where id = ${id} and deleted_at is null for no key update`);
  if (held.length === 0) return undefined;
  const [row] = await db.execute<Row>(sql`
    select r.id, r.app_id, r.user_id, r.revision, r.status, r.is_paid, v.body, to_json(v.created_at) #>> '{}' as at
    from reviews r join review_revisions v on v.review_id = r.id and v.revision = r.revision where r.id = ${id}`);
  return row;
}

type How = { version: Version; model: TextModel; since: Since | null };

async function analyse(ctx: Target, review: ScoredReview, { version, model, since }: How): Promise<Analysis> {
  const facts = await gatherFacts(ctx, review);
  if (version === 1) return scoreV1(facts);
  const { burst: known, ...more } = await gatherFactsV2(ctx, review, facts, since);
  if (more.coordination.isBurst && since === null && known === null) await openBurst(ctx, review, more.coordination);
  const modelScore = trimmedBody(review.body) === '' ? null : predict(model, review.body).score;
  return scoreV2({ ...more, modelScore });
}

async function keepAnalysis(
  { db, now }: Target,
  { id, revision }: ScoredReview,
  { version, signals, score, action, facts }: Analysis,
  { cause, model }: { cause: Cause; model: string | null },
): Promise<void> {
  await db.execute(sql`
    insert into review_analyses (id, review_id, revision, version, score, signals, facts, action, cause, model, created_at)
    values (${newId(now)}, ${id}, ${revision}, ${version}, ${score}, ${JSON.stringify(signals)}::jsonb,
      ${JSON.stringify(facts)}::jsonb, ${action}, ${cause}, ${model}, clock_timestamp())`);
}

/** A review that was decided by a person stays as that person left it, unless it is edited. */
async function apply(ctx: Target, row: Row, { action, score }: Analysis): Promise<void> {
  const known = { revision: row.revision, score };
  if (row.status === 'pending') {
    await moveReview(ctx, moves[action], row.id, known);
  } else if (row.status === 'approved' && action !== 'approved' && !(await wasApprovedByPerson(ctx, row))) {
    await moveReview(ctx, 'reopen', row.id, known);
  } else await noteScore(ctx, row.id, known);
}

async function wasApprovedByPerson({ db }: Target, { id, revision }: Row): Promise<boolean> {
  const [row] = await db.execute(sql`
    select id from review_decisions
    where review_id = ${id} and revision = ${revision} and decision = 'approve' and not is_machine and undone_at is null
    union all
    select id from appeals where review_id = ${id} and outcome = 'overturned' limit 1`);
  return row !== undefined;
}
