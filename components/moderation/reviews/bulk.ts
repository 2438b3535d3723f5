import type { ReviewCase, ReviewQueueItem } from '@/lib/moderation/reviews/schema';

/** Several reviews to decide about at once: those of a burst, or those with one text. */
export type BulkChoice = { kind: 'burst' | 'text'; decision: 'approve' | 'reject'; ids: string[] };

export type BulkRow = Pick<ReviewQueueItem, 'id' | 'rating' | 'title' | 'excerpt'> & {
  app: { name: string };
  author: { name: string };
  /** Somebody else is on it, and it will be left as it is. */
  heldBy: string | null;
};

const rowOf = ({ id, rating, title, excerpt, app, author, claim }: ReviewQueueItem): BulkRow => ({
  id,
  rating,
  title,
  excerpt,
  app,
  author,
  heldBy: claim && !claim.isMine ? claim.by.name : null,
});

/** What is known of the reviews in question, in their order; how many there are beside. */
export function listedOf(
  ids: readonly string[],
  item: ReviewCase,
  read: readonly ReviewQueueItem[],
): { rows: BulkRow[]; unknown: number } {
  const known = new Map<string, BulkRow>();
  for (const { id, rating, body, app, author } of item.neighbours) {
    known.set(id, { id, rating, title: '', excerpt: body.slice(0, 300), app, author, heldBy: null });
  }
  for (const row of [...read, item]) known.set(row.id, rowOf(row));
  const rows = ids.flatMap((id) => known.get(id) ?? []);
  return { rows, unknown: ids.length - rows.length };
}
