import { AppError } from '@/lib/errors';

/** What moderators hear who come second. */
export const alreadyDecided = ({ outcome }: { outcome: string | null }) =>
  new AppError('conflict', 'already_decided', {
    detail:
      outcome === 'withdrawn' ? 'It was withdrawn. There is nothing to decide.' : 'It was decided already. Look again.',
    members: { outcome },
  });

export const notClaimed = (detail = 'Take it first. Somebody else may have it now.') =>
  new AppError('conflict', 'not_claimed', { detail });

export const claimExpired = () =>
  new AppError('conflict', 'claim_expired', { detail: 'Your half hour is over. Take it again, then decide.' });
