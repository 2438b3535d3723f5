import { and, asc, desc, eq, gt, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { deadLetters, processedEvents } from '@/db/schema';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { isMessage } from './events';
import { sendAgain } from './outbox';
import { queues } from './queues';
import type { ChosenLetters, DeadLetter, DeadLettersQuery, DiscardDeadLetters } from './schema';

/** What nothing could handle, the latest first. For admins: throws 401, 403 `role_required`, 400 `invalid_cursor`. */
export async function listDeadLetters(ctx: Ctx, query: DeadLettersQuery): Promise<Page<DeadLetter>> {
  requireRole(ctx, 'admin');
  const kind = query.queue === undefined ? 'dead-letters' : `dead-letters:${query.queue}`;
  const after = query.cursor ? decodeCursor(kind, query.cursor, [z.iso.datetime(), z.uuid()]) : null;
  const at = after && new Date(after[0]);
  const rows = await ctx.db
    .select()
    .from(deadLetters)
    .where(
      and(
        query.queue === undefined ? undefined : eq(deadLetters.queue, query.queue),
        after && at
          ? and(
              lte(deadLetters.diedAt, at),
              or(lt(deadLetters.diedAt, at), and(eq(deadLetters.diedAt, at), gt(deadLetters.id, after[1]))),
            )
          : undefined,
      ),
    )
    .orderBy(desc(deadLetters.diedAt), asc(deadLetters.id))
    .limit(query.limit + 1);
  return toPage(
    rows,
    query.limit,
    (row) => encodeCursor(kind, [row.diedAt.toISOString(), row.id]),
    (row) => ({ ...row, reason: row.reason as DeadLetter['reason'], diedAt: row.diedAt.toISOString() }),
  );
}

const batchRows = 500;

const chosen = ({ ids, queue, until }: ChosenLetters): SQL | undefined =>
  and(
    ids && inArray(deadLetters.id, ids),
    queue === undefined ? undefined : eq(deadLetters.queue, queue),
    until === undefined ? undefined : lte(deadLetters.diedAt, new Date(until)),
  );

/**
 * Sends dead messages again, each with all its attempts before it. What is no message of a queue stays. Handlers that
 * have done their work for one already do nothing. For admins; works in batches, each a transaction.
 */
export async function retryDeadLetters(ctx: Ctx, choice: ChosenLetters): Promise<{ count: number; left: number }> {
  requireRole(ctx, 'admin');
  const until = choice.until ?? ctx.now.toISOString();
  let [count, left, after] = [0, 0, ''];
  for (;;) {
    const letters = await inTransaction(ctx, async (tx) => {
      const found = await tx.db
        .select()
        .from(deadLetters)
        .where(and(chosen({ ...choice, until }), after ? gt(deadLetters.id, after) : undefined))
        .orderBy(asc(deadLetters.id))
        .limit(batchRows)
        .for('update');
      const sent: string[] = [];
      for (const queue of queues) {
        const messages = found
          .filter(({ queue: name }) => name === queue.name)
          .map(({ message }) => message)
          .filter(isMessage);
        await sendAgain(tx.db, queue, messages);
        sent.push(...messages.map(({ id }) => id));
      }
      if (sent.length > 0) {
        await tx.db.delete(deadLetters).where(inArray(deadLetters.id, sent));
        await appendAudit(tx, {
          action: 'dead_letters.retried',
          subjectType: 'queue',
          subjectId: choice.queue ?? '*',
          changes: { count: sent.length, ids: sent.slice(0, 100) },
        });
      }
      count += sent.length;
      left += found.length - sent.length;
      return found;
    });
    after = letters.at(-1)?.id ?? '';
    if (letters.length < batchRows) return { count, left };
  }
}

/** Forgets dead messages for good; the audit log keeps why. For admins: throws 401, 403 `role_required`. */
export async function discardDeadLetters(
  ctx: Ctx,
  { reason, ...choice }: DiscardDeadLetters,
): Promise<{ count: number }> {
  requireRole(ctx, 'admin');
  const until = choice.until ?? ctx.now.toISOString();
  return inTransaction(ctx, async (tx) => {
    const gone = await tx.db
      .delete(deadLetters)
      .where(chosen({ ...choice, until }))
      .returning({ id: deadLetters.id });
    if (gone.length > 0) {
      // So that no sweeper takes them for lost.
      const marks = gone.map(({ id }) => ({ eventId: id, handler: 'discarded', processedAt: tx.now }));
      for (let i = 0; i < marks.length; i += batchRows) {
        await tx.db
          .insert(processedEvents)
          .values(marks.slice(i, i + batchRows))
          .onConflictDoNothing();
      }
      await appendAudit(tx, {
        action: 'dead_letters.discarded',
        subjectType: 'queue',
        subjectId: choice.queue ?? '*',
        changes: { count: gone.length, ids: gone.slice(0, 100).map(({ id }) => id) },
        reason,
      });
    }
    return { count: gone.length };
  });
}

type Dead = Omit<DeadLetter, 'diedAt'> & { diedAt: Date };

/** Keeps messages that died. One that died before, and was sent again, is one letter with its latest error. */
export async function keepDeadLetters(db: Db | Tx, letters: readonly Dead[]): Promise<void> {
  if (letters.length === 0) return;
  await db
    .insert(deadLetters)
    .values([...letters])
    .onConflictDoUpdate({
      target: deadLetters.id,
      set: {
        reason: sql`excluded.reason`,
        error: sql`excluded.error`,
        attempts: sql`excluded.attempts`,
        diedAt: sql`excluded.died_at`,
      },
    });
}
