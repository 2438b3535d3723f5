'use client';

import { useMutation } from '@tanstack/react-query';
import { type ComponentProps, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField, TextField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { signInPath } from '@/lib/auth/rules';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { bodyMax, titleMax } from '@/lib/reviews/rules';
import type { MyReview } from '@/lib/reviews/schema';
import { countText, type Draft, emptyDraft, isSameDraft, nearEndText, problemsOf } from './draft';
import { StarChoice } from './star-choice';

type Props = {
  app: { id: string; name: string };
  /** What I wrote last; null for a first review. */
  review: MyReview | null;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (review: MyReview) => void;
  finalFocus?: ComponentProps<typeof Modal>['finalFocus'];
};

const draftOf = (review: MyReview | null): Draft =>
  review ? { rating: review.rating, title: review.title, body: review.body } : emptyDraft;

/** Writes or changes a review. What was typed outlives closing, and every failure. */
export function ReviewSheet({ app, review, isOpen, onClose, onSaved, finalFocus }: Props) {
  const star = useRef<HTMLInputElement>(null);
  const titleField = useRef<HTMLInputElement>(null);
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const saved = draftOf(review);
  const [draft, setDraft] = useState(saved);
  const [isChecked, setIsChecked] = useState(false);
  const revision = review ? `${review.id} ${review.revision}` : null;
  const [from, setFrom] = useState(revision);
  if (from !== revision) {
    setFrom(revision);
    setDraft(saved);
    setIsChecked(false);
  }
  const send = useMutation({
    mutationFn: async (body: Draft) =>
      (await fetchJson<{ review: MyReview }>(`/api/v1/apps/${app.id}/review`, { method: 'PUT', body })).body.review,
    onSuccess: onSaved,
  });
  const problems = problemsOf(draft);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const isKept = !isSameDraft(draft, saved);

  const submit = () => {
    if (send.isPending) return;
    setIsChecked(true);
    const field = problems.rating ? star : problems.title ? titleField : problems.body ? bodyField : null;
    if (field) field.current?.focus();
    else send.mutate({ ...draft, title: draft.title.trim(), body: draft.body.trim() });
  };

  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={review ? 'Edit your review' : 'Write a review'}
      canClose={!send.isPending}
      initialFocus={star}
      finalFocus={finalFocus}
    >
      <form
        noValidate
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="text-muted">
          What did you find in <bdi className="wrap-anywhere">{app.name}</bdi>?
        </p>
        <StarChoice
          value={draft.rating}
          onChange={(rating) => change({ rating })}
          problem={isChecked ? problems.rating : null}
          focusRef={star}
        />
        <TextField
          ref={titleField}
          label="Title (optional)"
          dir="auto"
          value={draft.title}
          autoComplete="off"
          onChange={({ target }) => change({ title: target.value })}
          hint={countText(draft.title, titleMax)}
          problem={problems.title ?? fieldProblem(send.error, 'title')}
        />
        <TextAreaField
          ref={bodyField}
          label="Review (optional)"
          dir="auto"
          rows={5}
          value={draft.body}
          onChange={({ target }) => change({ body: target.value })}
          hint={countText(draft.body, bodyMax)}
          problem={problems.body ?? fieldProblem(send.error, 'body')}
          className="max-h-[40dvh]"
        />
        <p role="status" className="sr-only">
          {nearEndText(draft.body, bodyMax)}
        </p>
        <div className="rounded-control bg-sunken px-3.5 py-3 text-13">
          <p className="font-semibold">How it is checked</p>
          <p>
            A program looks for signs of fakes, which takes moments. What it is unsure about, a person reads. You always
            see what became of your review, and why.
            {review?.isVisible ? ' Until then others see what you wrote before.' : ''}
          </p>
        </div>
        {send.isError ? <Failure error={send.error} /> : null}
        <div className="grid grid-cols-1 gap-2">
          <Button type="submit" isWorking={send.isPending} className="h-12 rounded-pill">
            {review ? 'Save changes' : 'Send review'}
          </Button>
          {isKept && !send.isPending ? (
            <Button
              tone="plain"
              onClick={() => {
                setDraft(saved);
                setIsChecked(false);
                send.reset();
                star.current?.focus();
              }}
            >
              {review ? 'Undo these changes' : 'Start again'}
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}

/** What you typed is still there, whatever happened. */
function Failure({ error }: { error: unknown }) {
  const isSignedOut = error instanceof ProblemError && error.problem.status === 401;
  return (
    <Notice tone="bad" title="It was not saved. What you wrote is still here.">
      {isSignedOut ? (
        <p>
          You are signed out.{' '}
          <a
            href={signInPath(location.pathname + location.search)}
            target="_blank"
            rel="noreferrer"
            className="font-semibold underline"
          >
            Sign in<span className="sr-only"> in a new tab</span>
          </a>
          , then send it again.
        </p>
      ) : (
        <p>{sentenceOf(error)}</p>
      )}
    </Notice>
  );
}
