import { and, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { appeals, reviewDecisions, reviewRevisions } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { type Corpus, type Example, familyOf } from '@/lib/integrity/model/train';
import type { ReviewRuleId } from '@/lib/moderation/reviews/rules';

/** Rules that only a fake breaks; an insult or a telephone number says nothing of who wrote it. */
const fakeRules: readonly ReviewRuleId[] = ['R1', 'R2', 'R3', 'R7'];

/**
 * What the store's moderators decided: the text that was decided about, approved as genuine or rejected as fake. Of each
 * text the last decision counts, of people only, none that was undone; an appeal is a decision too.
 */
export async function decidedReviews(ctx: Ctx): Promise<Corpus> {
  const rows = await ctx.db
    .select({
      reviewId: reviewDecisions.reviewId,
      revision: reviewDecisions.revision,
      decision: reviewDecisions.decision,
      ruleId: reviewDecisions.ruleId,
      outcome: appeals.outcome,
      text: reviewRevisions.body,
    })
    .from(reviewDecisions)
    .innerJoin(
      reviewRevisions,
      and(
        eq(reviewRevisions.reviewId, reviewDecisions.reviewId),
        eq(reviewRevisions.revision, reviewDecisions.revision),
      ),
    )
    .leftJoin(
      appeals,
      and(eq(appeals.reviewId, reviewDecisions.reviewId), gt(appeals.decidedAt, reviewDecisions.createdAt)),
    )
    .where(
      and(
        or(eq(reviewDecisions.isMachine, false), isNotNull(appeals.outcome)),
        isNull(reviewDecisions.undoneAt),
        inArray(reviewDecisions.decision, ['approve', 'reject']),
        ne(reviewRevisions.body, ''),
      ),
    )
    .orderBy(reviewDecisions.createdAt, reviewDecisions.id);
  const last = new Map(rows.map((row) => [`${row.reviewId} ${row.revision}`, row]));
  const examples = [...last.values()].flatMap(({ text, decision, ruleId, outcome }): Example[] => {
    const family = familyOf(text);
    if (decision === 'approve' || outcome === 'overturned') return [{ text, fake: 0, family }];
    return fakeRules.some((rule) => rule === ruleId) ? [{ text, fake: 1, family }] : [];
  });
  return { name: 'decisions', examples };
}
