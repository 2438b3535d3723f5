import { CornerDownRight } from 'lucide-react';
import { Expandable } from '@/components/ui/expandable';
import { formatDate } from '@/components/ui/format';
import { Stars } from '@/components/ui/stars';
import type { ReactNode } from 'react';
import type { Review } from '@/lib/reviews/schema';

/** One review, with the developer's answer indented below it; `children` are what can be done about it. */
export function ReviewCard({ review, children }: { review: Review; children?: ReactNode }) {
  const { response } = review;
  return (
    <article className="flex w-full min-w-0 break-inside-avoid flex-col gap-2.5 rounded-card border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Stars value={review.rating} />
        <time dateTime={review.createdAt} dir="auto" className="text-13 text-muted numerals">
          {formatDate(review.createdAt)}
        </time>
      </header>
      {review.title ? (
        <h3 dir="auto" className="text-start font-semibold break-words">
          {review.title}
        </h3>
      ) : null}
      {review.body ? (
        <Expandable noun="review" maxHeight="max-h-46" isLong={review.body.length > 260}>
          <p dir="auto" className="text-start break-words whitespace-pre-line">
            {review.body}
          </p>
        </Expandable>
      ) : null}
      <footer className="flex flex-wrap gap-x-3 text-13 text-muted">
        <bdi className="break-all">{review.author.name}</bdi>
        {review.appVersion ? <bdi className="numerals">Version {review.appVersion}</bdi> : null}
        {review.isPaid ? <span>Bought it</span> : null}
        {review.editedAt ? <span>Edited {formatDate(review.editedAt)}</span> : null}
        {review.helpfulCount > 0 ? <span className="numerals">Helpful to {review.helpfulCount}</span> : null}
      </footer>
      {response ? (
        <div className="mt-1 flex gap-3 border-t border-line pt-3.5">
          <CornerDownRight className="mt-0.5 size-4.5 shrink-0 text-muted rtl:-scale-x-100" aria-hidden="true" />
          <div className="min-w-0">
            <p className="flex flex-wrap gap-x-3 text-13">
              <bdi className="font-semibold break-all">{response.developer}</bdi>
              <span className="text-muted">Developer, {formatDate(response.updatedAt)}</span>
            </p>
            <p dir="auto" className="text-start mt-1 break-words whitespace-pre-line">
              {response.body}
            </p>
            {response.isBeforeEdit ? (
              <p className="mt-1 text-13 text-muted">Written before the review was edited.</p>
            ) : null}
          </div>
        </div>
      ) : null}
      {children}
    </article>
  );
}
