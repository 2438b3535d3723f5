import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { can, onDesk } from '@/lib/reviews/rules';
import { type Standing, standingOf, whyNotDecide } from '../standing';
import { type ReviewDecision, stateNames } from './words';

type Item = Pick<ReviewCase, 'status' | 'claim' | 'conflict' | 'decision'>;

export const isWaiting = ({ status }: Pick<Item, 'status'>): boolean => onDesk.includes(status);

const adminsOnly = 'It was handed on to the admins: one of them has to decide.';

/** Whose turn it is with a review. */
export function reviewStanding(
  { status, claim, conflict }: Omit<Item, 'decision'>,
  now: number,
  isAdmin: boolean,
): Standing {
  const isForAdmins = status === 'escalated' && !isAdmin;
  return standingOf(
    {
      claim,
      conflict: conflict ?? (isForAdmins ? adminsOnly : null),
      outcome: isWaiting({ status }) ? null : status,
    },
    now,
  );
}

/** Who decided that others see it: it stands until it comes back to the desk; null where no person has. */
export function whoStands({ status, decision }: Pick<Item, 'status' | 'decision'>): string | null {
  if (status !== 'approved' || decision === null || decision.isUndone) return null;
  // What a person rejected is approved by an appeal only.
  const who = decision.decision === 'reject' ? 'An appeal' : (decision.by?.name ?? 'A moderator');
  return `${who} decided so, and that stands until it comes back to the desk.`;
}

/** Why this cannot be decided about it; null when it can. Nobody has to claim first: deciding does that by itself. */
export function whyNot(decision: ReviewDecision, item: Item, standing: Standing): string | null {
  if (item.conflict !== null) return item.conflict;
  if (!isWaiting(item)) {
    const isNow = `It is ${stateNames[item.status].label.toLowerCase()}.`;
    if (!can(decision, item.status)) return isNow;
    // What others see and no person has decided about may be rejected at any time, without a claim.
    const stands = whoStands(item);
    return stands && `${isNow} ${stands}`;
  }
  if (standing.kind !== 'free' && standing.kind !== 'mine') return whyNotDecide(standing);
  return can(decision, item.status) ? null : 'The admins have it already.';
}
