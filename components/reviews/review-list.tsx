'use client';

import { usePurchases } from '@/components/store/purchase-context';
import { Notice } from '@/components/ui/notice';
import { missingPartText } from '@/components/ui/use-part';
import { signInPath } from '@/lib/auth/rules';
import type { Review } from '@/lib/reviews/schema';
import { ReviewActions } from './review-actions';
import { ReviewCard } from './review-card';
import { useReporting } from './use-reporting';
import { useVotes } from './use-votes';

const leaveToSignIn = () => location.assign(signInPath(`${location.pathname}${location.search}#reviews`));

/** What others wrote, each with what one can do about it. */
export function ReviewList({ reviews }: { reviews: Review[] }) {
  const { isSignedIn } = usePurchases();
  const { voteOf, vote, problemOf } = useVotes(reviews, isSignedIn);
  const { Dialog, isMissing, prepare, reviewId, isOpen, reported, begin, close, finish } = useReporting();
  return (
    <>
      <ul aria-label="Reviews" className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {reviews.map((review) => {
          const { helpful, helpfulCount } = voteOf(review);
          return (
            <li key={review.id} className="flex min-w-0">
              <ReviewCard review={{ ...review, helpfulCount }}>
                <ReviewActions
                  author={review.author.name}
                  helpful={helpful}
                  onVote={(isHelpful) => (isSignedIn ? vote(review, isHelpful) : leaveToSignIn())}
                  problem={problemOf(review)}
                  isReported={reported.has(review.id)}
                  onReport={() => (isSignedIn ? void begin(review.id) : leaveToSignIn())}
                  onNearReport={prepare}
                />
              </ReviewCard>
            </li>
          );
        })}
      </ul>
      {isMissing ? (
        <Notice tone="bad" className="mt-4">
          {missingPartText}
        </Notice>
      ) : null}
      {Dialog && reviewId ? (
        <Dialog key={reviewId} reviewId={reviewId} isOpen={isOpen} onClose={close} onSent={() => finish(reviewId)} />
      ) : null}
    </>
  );
}
