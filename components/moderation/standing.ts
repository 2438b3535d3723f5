import type { SubmissionCase } from '@/lib/moderation/schema';
import { claimWords } from './words';

/** `outcome` is what it came to, in whatever words; null while it waits. */
type Item = Pick<SubmissionCase, 'claim' | 'conflict'> & { outcome: string | null };

/** Whose turn it is with a case, seen by the moderator who looks at it. */
export type Standing =
  | { kind: 'decided' }
  | { kind: 'conflict'; why: string }
  | { kind: 'mine'; left: string }
  | { kind: 'theirs'; name: string; left: string }
  | { kind: 'free' };

/** A claim that has run out is none. */
export function standingOf({ claim, outcome, conflict }: Item, now: number): Standing {
  if (outcome !== null) return { kind: 'decided' };
  if (conflict !== null) return { kind: 'conflict', why: conflict };
  const left = claim ? claimWords(claim.expiresAt, now) : null;
  if (!claim || left === null) return { kind: 'free' };
  return claim.isMine ? { kind: 'mine', left } : { kind: 'theirs', name: claim.by.name, left };
}

/** Why it cannot be decided here and now; null when it can. */
export function whyNotDecide(standing: Standing): string | null {
  switch (standing.kind) {
    case 'mine':
      return null;
    case 'decided':
      return 'It is decided.';
    case 'conflict':
      return standing.why;
    case 'theirs':
      return `${standing.name} is on it, ${standing.left}.`;
    case 'free':
      return 'Claim it first.';
  }
}
