import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { queueActivity } from '@/db/schema';
import type { Outcome } from './broker';

type Counts = { done: number; failed: number };

const counts = new Map<string, Counts>();

/** Counts an outcome; `writeActivity` tells others. */
export function noteOutcome(queue: string, { result }: Outcome): void {
  const mine = counts.get(queue) ?? { done: 0, failed: 0 };
  mine[result === 'done' ? 'done' : 'failed'] += 1;
  counts.set(queue, mine);
}

/** Adds what this process counted to everybody's figures. They are for people: a process that dies loses some. */
export async function writeActivity(db: Db): Promise<void> {
  if (counts.size === 0) return;
  const mine = [...counts];
  counts.clear();
  await db
    .insert(queueActivity)
    .values(
      mine.map(([queue, { done, failed }]) => ({ queue, done, failed, minute: sql`date_trunc('minute', now())` })),
    )
    .onConflictDoUpdate({
      target: [queueActivity.queue, queueActivity.minute],
      set: {
        done: sql`${queueActivity.done} + excluded.done`,
        failed: sql`${queueActivity.failed} + excluded.failed`,
      },
    });
}
