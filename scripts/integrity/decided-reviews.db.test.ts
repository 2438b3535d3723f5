import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appeals, reviewDecisions, reviewRevisions } from '@/db/schema';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp, createReview, createUser } from '@/tests/factories';
import { decidedReviews } from './decided-reviews';

const database = testDatabase();
const minute = (n: number) => new Date(Date.UTC(2026, 2, 1, 0, n));

type Decision = Partial<typeof reviewDecisions.$inferInsert> & { decision: string };

async function decided(texts: readonly string[], decisions: readonly Decision[], outcome?: string): Promise<void> {
  const { db } = database;
  const moderator = await createUser(db);
  const review = await createReview(db, { app: (await createApp(db)).app });
  await db.delete(reviewRevisions).where(eq(reviewRevisions.reviewId, review.id));
  for (const [i, body] of texts.entries()) {
    await db
      .insert(reviewRevisions)
      .values({ reviewId: review.id, revision: i + 1, rating: 5, body, createdAt: minute(0) });
  }
  for (const [i, decision] of decisions.entries()) {
    await db.insert(reviewDecisions).values({
      id: newId(),
      reviewId: review.id,
      revision: 1,
      fromStatus: 'manual_review',
      isMachine: false,
      decidedBy: moderator.id,
      ruleId: 'R2',
      createdAt: minute(i + 1),
      ...decision,
    });
  }
  if (outcome === undefined) return;
  const appeal = { id: newId(), reviewId: review.id, text: 'Please look again.', outcome };
  await db.insert(appeals).values({ ...appeal, createdAt: minute(20), decidedAt: minute(30), decidedBy: moderator.id });
}

test('people’s last decision about each text is what a store’s model learns from', async () => {
  await decided(['approved by a person'], [{ decision: 'approve' }]);
  await decided(['rejected by a person'], [{ decision: 'reject' }]);
  await decided(['rejected, then approved'], [{ decision: 'reject' }, { decision: 'approve' }]);
  await decided(['rejected as an insult'], [{ decision: 'reject', ruleId: 'R5' }]);
  await decided(['rejected, and the appeal was right'], [{ decision: 'reject' }], 'overturned');
  const machine = { decision: 'reject', isMachine: true, decidedBy: null };
  await decided(['rejected by the machine, rightly as a person says'], [machine], 'upheld');
  await decided(['rejected by the machine, wrongly as a person says'], [machine], 'overturned');
  await decided(['only the machine decided'], [machine]);
  await decided(['undone'], [{ decision: 'reject', undoneAt: minute(3) }]);
  await decided(['escalated'], [{ decision: 'escalate' }]);
  await decided([''], [{ decision: 'reject' }]);
  await decided(
    ['the first text', 'the text it was edited to'],
    [{ decision: 'reject' }, { decision: 'approve', revision: 2 }],
  );
  const { name, examples } = await decidedReviews(database.ctx());
  expect(name).toBe('decisions');
  expect(examples.map(({ text, fake }) => [text, fake]).sort()).toEqual([
    ['approved by a person', 0],
    ['rejected by a person', 1],
    ['rejected by the machine, rightly as a person says', 1],
    ['rejected by the machine, wrongly as a person says', 0],
    ['rejected, and the appeal was right', 0],
    ['rejected, then approved', 0],
    ['the first text', 1],
    ['the text it was edited to', 0],
  ]);
});
