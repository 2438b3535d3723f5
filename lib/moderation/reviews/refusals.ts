import { AppError } from '@/lib/errors';
import { type ReviewState, stateWords } from '@/lib/reviews/rules';

/** What moderators hear who come second. */
export const alreadyDecided = (status: ReviewState) =>
  new AppError('conflict', 'already_decided', {
    detail: `There is nothing to decide: it is ${stateWords[status].name.toLowerCase()} now.`,
    members: { reviewStatus: status },
  });
