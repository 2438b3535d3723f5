import type { DeskEvent, ReviewQueueItem } from '@/lib/moderation/reviews/schema';
import { claimMs } from '@/lib/moderation/rules';

export type QueueState = 'open' | 'escalated' | 'decided';

/** A row as it is after somebody took it or gave it back; the same object where nothing about it changed. */
export function afterEvent(
  row: ReviewQueueItem,
  { kind, ids, by }: DeskEvent,
  { meId, now }: { meId: string; now: number },
): ReviewQueueItem {
  if (!ids.includes(row.id)) return row;
  if (kind === 'released') return row.claim === null ? row : { ...row, claim: null };
  if (kind !== 'claimed' || by === null) return row;
  return { ...row, claim: { by, expiresAt: new Date(now + claimMs).toISOString(), isMine: by.id === meId } };
}

/** What an event does to a list: rows that leave it, that come back, and what is new to it and not read yet. */
export type Changes = { gone: string[]; back: string[]; fresh: string[] };

/**
 * What becomes of the list that is open; the one of decided reviews is read again from time to time instead. Rows do not
 * move under the pointer: what is new waits above the list until somebody asks for it.
 */
export function changesOf(
  { kind, ids }: DeskEvent,
  state: QueueState,
  { isKnown, isInSight }: { isKnown: (id: string) => boolean; isInSight: (id: string) => boolean },
): Changes {
  const none: Changes = { gone: [], back: [], fresh: [] };
  if (state === 'decided') return none;
  if (kind === 'decided') return { ...none, gone: ids };
  const isNew = (id: string) => state === 'open' && !isInSight(id);
  if (kind === 'queued') return { ...none, fresh: ids.filter(isNew) };
  if (kind !== 'undone') return none;
  return { ...none, back: ids.filter(isKnown), fresh: ids.filter((id) => !isKnown(id) && isNew(id)) };
}

/** The worst first, and where they are alike in the order in which they were written. */
export const isWorse = (one: ReviewQueueItem, other: ReviewQueueItem): boolean =>
  one.priority === other.priority ? one.id < other.id : one.priority > other.priority;
