'use client';

import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { counted, formatRating } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { Stars } from '@/components/ui/stars';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { AppDetail } from '@/lib/catalog/schema';
import { type Page, sentenceOf } from '@/lib/http/fetch-json';
import type { Review } from '@/lib/reviews/schema';
import { Histogram } from './histogram';
import { ReviewCard } from './review-card';

const sorts = [
  { value: 'helpful', label: 'Most helpful' },
  { value: 'recent', label: 'Newest' },
  { value: 'favourable', label: 'Best first' },
  { value: 'critical', label: 'Worst first' },
];

type Props = {
  app: Pick<AppDetail, 'id' | 'slug' | 'rating' | 'histogram'>;
  /** The query of the API that brought `first`. */
  params: Params;
  first: Page<Review>;
};

/** Ratings in one look, then what people wrote, sorted and filtered in place. */
export function ReviewsSection({ app, params, first }: Props) {
  const [sort, setSort] = useState(params.sort ?? 'helpful');
  const [stars, setStars] = useState<number | null>(params.stars ? Number(params.stars) : null);
  const isAsDrawn = sort === (params.sort ?? 'helpful') && String(stars ?? '') === (params.stars ?? '');
  const asked: Params = isAsDrawn
    ? params
    : { sort, ...(stars ? { stars: String(stars) } : {}), limit: params.limit ?? '10' };
  const pages = usePages<Review>({
    path: `/api/v1/apps/${app.id}/reviews`,
    params: asked,
    initial: { page: first, params },
  });
  const written = Object.values(app.histogram).reduce((sum, count) => sum + count, 0);

  if (app.rating.count === 0 && written === 0) {
    return (
      <EmptyState icon={MessageSquareText} title="No ratings yet">
        Nobody has rated this app so far.
      </EmptyState>
    );
  }
  const query = new URLSearchParams({ sort, ...(stars ? { stars: String(stars) } : {}) });
  return (
    <div>
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-[9rem_minmax(0,26rem)] sm:gap-8">
        <div className="flex items-center gap-4 sm:block">
          <p className="text-46 font-semibold tracking-tight numerals">{formatRating(app.rating.average)}</p>
          <div>
            <Stars value={app.rating.average} className="text-17" />
            <p dir="auto" className="text-13 text-muted numerals">
              {counted(app.rating.count, 'rating')}
            </p>
          </div>
        </div>
        {written > 0 ? (
          <Histogram histogram={app.histogram} chosen={stars} onChoose={setStars} />
        ) : (
          <p className="max-w-[40ch] self-center text-13 text-muted">
            These ratings came with the app from another catalogue, which does not tell how many gave each number of
            stars.
          </p>
        )}
      </div>
      <fieldset className="mt-8 mb-5 flex flex-wrap items-center gap-1 print:hidden">
        <legend className="sr-only">Sort reviews</legend>
        {sorts.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={sort === value}
            onClick={() => setSort(value)}
            className="h-9 rounded-pill px-3.5 text-13 font-medium text-muted transition-colors hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink pointer-coarse:h-11"
          >
            {label}
          </button>
        ))}
        {stars ? (
          <button
            type="button"
            onClick={() => setStars(null)}
            className="ms-2 h-9 rounded-pill bg-accent-soft px-3.5 text-13 font-medium text-accent-text pointer-coarse:h-11"
          >
            <bdi>{counted(stars, 'star')} only ×</bdi>
            <span className="sr-only"> Show all reviews</span>
          </button>
        ) : null}
      </fieldset>
      {pages.isLoading ? (
        <ReviewSkeletons />
      ) : pages.error && pages.items.length === 0 ? (
        <Notice tone="bad" title="The reviews could not be loaded.">
          <p>{sentenceOf(pages.error)}</p>
          <button type="button" className="mt-1 font-semibold underline" onClick={() => pages.retry()}>
            Try again
          </button>
        </Notice>
      ) : pages.items.length === 0 ? (
        <p dir="auto" className="py-6 text-muted">
          {stars
            ? 'Nobody wrote a review with this many stars.'
            : `${counted(app.rating.count, 'person', 'people')} rated it; none has written a review.`}
        </p>
      ) : (
        <div aria-busy={pages.isDimmed} className={cx('transition-opacity', pages.isDimmed && 'opacity-50')}>
          <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            {pages.items.map((review) => (
              <li key={review.id} className="flex">
                <ReviewCard review={review} />
              </li>
            ))}
          </ul>
          <ShowMore pages={pages} href={`/apps/${app.slug}?${query}#reviews`} noun="reviews" />
        </div>
      )}
    </div>
  );
}

function ReviewSkeletons() {
  return (
    <div role="status" className="grid gap-4 lg:grid-cols-2">
      <span className="sr-only">Loading reviews</span>
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className="skeleton h-44 rounded-card" />
      ))}
    </div>
  );
}
