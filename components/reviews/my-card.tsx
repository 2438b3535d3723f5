'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { formatDate, formatMoment } from '@/components/ui/format';
import { Stars } from '@/components/ui/stars';
import { appealDays, stateWords } from '@/lib/reviews/rules';
import type { MyReview, ReviewRefusal } from '@/lib/reviews/schema';
import { ReviewCard } from './review-card';
import { StateChip } from './state-chip';
import { refusalWords } from './words';

type Props = {
  review: MyReview;
  /** Why I may not change it; null when I may. */
  refusal: ReviewRefusal | null;
  onEdit: () => void;
  onDelete: () => void;
  onAppeal: () => void;
  /** Fetches what the buttons open. */
  onNear: () => void;
};

/** My own review with its state, what was found about it, and what I can do. */
export function MyCard({ review, refusal, onEdit, onDelete, onAppeal, onNear }: Props) {
  const refusalId = useId();
  const { text } = stateWords[review.status];
  const isSeen = review.isVisible && review.status !== 'approved' && review.shown === null;
  return (
    <div className="grid max-w-[44rem] grid-cols-1 gap-3" onPointerEnter={onNear}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-17 font-semibold">Your review</h3>
        <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
          <StateChip status={review.status} />
          <span>
            {text}
            {isSeen ? ' Until then others see it and it counts.' : ''}
          </span>
        </p>
      </div>
      <ReviewCard review={{ ...review, author: { name: 'You' } }}>
        {review.shown ? <Shown {...review.shown} /> : null}
        {review.rejection ? <Rejection review={review} /> : null}
        {review.appeal ? <Appeal review={review} /> : null}
        {review.signals.length > 0 ? (
          <Disclosure title="How this was checked">
            <ul className="grid list-disc gap-1 ps-5">
              {review.signals.map(({ name, sentence }) => (
                <li key={name}>{sentence}</li>
              ))}
            </ul>
            <p className="mt-2">A program weighs these together. What it is unsure about, a person decides.</p>
          </Disclosure>
        ) : null}
        {review.history.length > 0 ? (
          <Disclosure title={`What you wrote before (${review.history.length})`}>
            <ol className="grid gap-3">
              {review.history.map(({ revision, createdAt, ...words }) => (
                <li key={revision}>
                  <p className="numerals">{formatMoment(createdAt)}</p>
                  <Words {...words} />
                </li>
              ))}
            </ol>
          </Disclosure>
        ) : null}
        <div className="mt-auto flex flex-wrap items-center gap-2 border-t border-line pt-3 print:hidden">
          <Button
            tone="soft"
            className="h-10"
            disabled={refusal !== null}
            aria-describedby={refusal ? refusalId : undefined}
            onFocus={onNear}
            onClick={onEdit}
          >
            Edit<span className="sr-only"> your review</span>
          </Button>
          {review.appealUntil ? (
            <Button tone="soft" className="h-10" onFocus={onNear} onClick={onAppeal}>
              Appeal
            </Button>
          ) : null}
          <Button tone="plain" className="h-10" onFocus={onNear} onClick={onDelete}>
            Delete<span className="sr-only"> your review</span>
          </Button>
          {refusal ? (
            <p id={refusalId} className="text-13 text-muted">
              {refusalWords[refusal]}
            </p>
          ) : null}
        </div>
      </ReviewCard>
    </div>
  );
}

type Text = { rating: number; title: string; body: string };

function Words({ rating, title, body }: Text) {
  return (
    <div className="mt-1 grid min-w-0 grid-cols-1 gap-0.5">
      <Stars value={rating} />
      {title ? (
        <p dir="auto" className="text-start font-medium wrap-anywhere text-ink">
          {title}
        </p>
      ) : null}
      {body ? (
        <p dir="auto" className="text-start wrap-anywhere whitespace-pre-line">
          {body}
        </p>
      ) : null}
    </div>
  );
}

/** What others see while an edit waits. */
function Shown(words: Text) {
  return (
    <Disclosure title="Others still see what you wrote before">
      <Words {...words} />
    </Disclosure>
  );
}

function Rejection({ review: { rejection, appeal, appealUntil, status } }: { review: MyReview }) {
  if (!rejection) return null;
  return (
    <Box isBad={status === 'rejected'} title={`Why: ${rejection.rule}`}>
      {rejection.note ? (
        <p dir="auto" className="text-start wrap-anywhere whitespace-pre-line">
          {rejection.note}
        </p>
      ) : null}
      <p>
        {rejection.isMachine ? 'Decided by a program' : 'Decided by a moderator'} on {formatDate(rejection.decidedAt)}.
      </p>
      {status === 'rejected' ? <p className="mt-1">{whatNow(appealUntil, appeal !== null)}</p> : null}
    </Box>
  );
}

function whatNow(appealUntil: string | null, wasAppealed: boolean): string {
  if (appealUntil) {
    return `You can edit it, and it is checked anew. Or appeal once until ${formatDate(appealUntil)}: somebody else looks at it.`;
  }
  return wasAppealed
    ? 'It was appealed already. You can edit it, and it is checked anew.'
    : `Appeals end ${appealDays} days after the decision. You can edit it, and it is checked anew.`;
}

const outcomeWords = {
  waiting: 'Nobody has decided yet. You will be told.',
  upheld: 'Somebody else looked at it and came to the same end. This is final.',
  overturned: 'Somebody else looked at it and agrees with you.',
};

function Appeal({ review: { appeal } }: { review: MyReview }) {
  if (!appeal) return null;
  return (
    <Box title={`You appealed on ${formatDate(appeal.createdAt)}`}>
      <p dir="auto" className="text-start wrap-anywhere whitespace-pre-line">
        {appeal.text}
      </p>
      <p className="mt-1 font-medium">{outcomeWords[appeal.outcome ?? 'waiting']}</p>
      {appeal.note ? (
        <p dir="auto" className="text-start wrap-anywhere whitespace-pre-line">
          {appeal.note}
        </p>
      ) : null}
    </Box>
  );
}

function Box({ title, isBad = false, children }: { title: string; isBad?: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        'min-w-0 rounded-control px-3.5 py-3 text-13',
        isBad ? 'bg-negative-soft text-negative-text' : 'bg-sunken',
      )}
    >
      <p className="font-semibold">{title}</p>
      {children}
    </div>
  );
}

function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="min-w-0 text-13 text-muted">
      <summary className="inline-flex min-h-9 items-center rounded-control font-medium underline decoration-dotted underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
        {title}
      </summary>
      <div className="pt-1">{children}</div>
    </details>
  );
}
