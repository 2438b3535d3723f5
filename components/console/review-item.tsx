'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ReportDialog } from '@/components/reviews/report-dialog';
import { ReviewCard } from '@/components/reviews/review-card';
import { AppIcon } from '@/components/store/app-icon';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { ConsoleReview } from '@/lib/reviews/schema';

const longest = 1000;

type Props = {
  review: ConsoleReview;
  /** Why I may not answer; null when I may. */
  refusal: string | null;
  onChange: (review: ConsoleReview) => void;
};

/** A review of an app of mine: answer it, change the answer, take it back, report it. */
export function ReviewItem({ review, refusal, onChange }: Props) {
  const [isWriting, setIsWriting] = useState(false);
  const [isReporting, setIsReporting] = useState(false);
  const [text, setText] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const path = `/api/v1/reviews/${review.id}/response`;
  const close = () => {
    setIsWriting(false);
    opener.current?.focus();
  };
  const send = useMutation({
    mutationFn: async (body: string) =>
      (await fetchJson<NonNullable<ConsoleReview['response']>>(path, { method: 'PUT', body: { body } })).body,
    onSuccess: (response) => {
      onChange({ ...review, response });
      close();
    },
  });
  const takeBack = useMutation({
    mutationFn: () => fetchJson<null>(path, { method: 'DELETE' }),
    onSuccess: () => {
      onChange({ ...review, response: null });
      close();
    },
  });
  const isBusy = send.isPending || takeBack.isPending;
  const error = send.error ?? takeBack.error;

  return (
    <li className="grid min-w-0 grid-cols-1 grid-rows-[auto_1fr] gap-2.5">
      <Link href={`/console/apps/${review.app.id}`} className="flex min-w-0 items-center gap-2.5 rounded-control">
        <AppIcon app={review.app} size={32} />
        <span dir="auto" className="truncate text-13 font-medium">
          {review.app.name}
        </span>
      </Link>
      <ReviewCard review={isWriting ? { ...review, response: null } : review}>
        {isWriting ? (
          <form
            className="grid grid-cols-1 gap-3 border-t border-line pt-3.5"
            onSubmit={(event) => {
              event.preventDefault();
              if (!isBusy && text.trim() !== '') send.mutate(text.trim());
            }}
          >
            <TextAreaField
              label="Your answer"
              hint={`Everybody who reads the review can read it. ${longest - text.length} characters left.`}
              value={text}
              rows={4}
              maxLength={longest}
              autoFocus
              onChange={(event) => setText(event.target.value)}
            />
            {error ? <Notice tone="bad">{sentenceOf(error)}</Notice> : null}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" isWorking={send.isPending} disabled={text.trim() === '' || takeBack.isPending}>
                {review.response ? 'Save answer' : 'Publish answer'}
              </Button>
              <Button tone="plain" disabled={isBusy} onClick={close}>
                Cancel
              </Button>
              {review.response ? (
                <Button
                  tone="negative"
                  className="ms-auto"
                  isWorking={takeBack.isPending}
                  disabled={send.isPending}
                  onClick={() => takeBack.mutate()}
                >
                  Delete answer
                </Button>
              ) : null}
            </div>
          </form>
        ) : (
          <div className="mt-auto flex flex-wrap items-center gap-2 border-t border-line pt-3">
            <button
              ref={opener}
              type="button"
              disabled={refusal !== null}
              title={refusal ?? undefined}
              onClick={() => {
                setText(review.response?.body ?? '');
                setIsWriting(true);
              }}
              className={quietButton}
            >
              {review.response ? 'Edit answer' : 'Answer'}
            </button>
            <button
              type="button"
              disabled={review.isReported}
              onClick={() => setIsReporting(true)}
              className={quietButton}
            >
              {review.isReported ? 'Reported' : 'Report'}
            </button>
            {refusal ? <p className="text-13 text-muted">{refusal}</p> : null}
          </div>
        )}
      </ReviewCard>
      <ReportDialog
        reviewId={review.id}
        isOpen={isReporting}
        onClose={() => setIsReporting(false)}
        onSent={() => {
          setIsReporting(false);
          onChange({ ...review, isReported: true });
        }}
      />
    </li>
  );
}

const quietButton =
  '-ms-3 h-10 rounded-control px-3 text-13 font-medium text-accent-text hover:bg-sunken disabled:text-muted disabled:hover:bg-transparent not-first:ms-0';
