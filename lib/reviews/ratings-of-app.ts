import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { forget } from '@/lib/cache/read-through';
import { afterCommit } from '@/lib/context';

/**
 * Adds to an app's own ratings, in the transaction that shows or hides a review: call it after the review is locked. What
 * would fall under nothing stays nothing; the nightly check mends it.
 */
export async function addToRatings(db: Tx, appId: string, { sum, count }: { sum: number; count: number }) {
  if (sum === 0 && count === 0) return;
  await db.execute(sql`
    update app_stats set rating_sum = greatest(rating_sum + ${sum}, 0), rating_count = greatest(rating_count + ${count}, 0)
    where app_id = ${appId}`);
}

/** This process shows the change at once; others follow within seconds (lib/cache/entries.ts). */
export function showSoon(db: Tx): void {
  afterCommit(db, () => {
    for (const entry of ['app', 'reviews'] as const) forget(entry);
  });
}
