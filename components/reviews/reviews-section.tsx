'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { MessageSquareText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { AppDetail } from '@/lib/catalog/schema';
import { fetchJson, type Page, sentenceOf } from '@/lib/http/fetch-json';
import type { MyReview as Mine, RatingRange, Ratings, Review, ReviewRefusal } from '@/lib/reviews/schema';
import { type Choice, choiceOf, isFiltered, paramsOf, queryOf, unfiltered } from './choice';
import { MyReview } from './my-review';
import { RatingSummary } from './rating-summary';
import { ReviewFilters } from './review-filters';
import { ReviewList } from './review-list';
import { useMyReview } from './use-my-review';

type Props = {
  app: Pick<AppDetail, 'id' | 'slug' | 'name'>;
  /** The query of the API that brought `first`. */
  params: Params;
  first: Page<Review>;
  /** Of all time. */
  ratings: Ratings;
  /** The newest versions of the app. */
  versions: string[];
  /** What I wrote about it, and why I may not write; of a visitor null. */
  mine: { review: Mine | null; refusal: ReviewRefusal | null };
};

/** Ratings in one look, my own review, then what others wrote, sorted and filtered in place. */
export function ReviewsSection({ app, params, first, ratings, versions, mine }: Props) {
  const [choice, setChoice] = useState(choiceOf(params));
  const [range, setRange] = useState<RatingRange>('all');
  const { review = null, setReview } = useMyReview(app.id, mine.review);
  const list = useRef<HTMLDivElement>(null);
  const path = `/api/v1/apps/${app.id}`;
  const summary = useQuery({
    queryKey: [path, 'ratings', range],
    // The browser may keep an answer for half a minute, and I may have changed it since.
    queryFn: async ({ signal }) => {
      const headers = { 'Cache-Control': 'no-cache' };
      return (await fetchJson<Ratings>(`${path}/ratings?range=${range}`, { signal, headers })).body;
    },
    initialData: range === 'all' ? ratings : undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const shown = summary.data ?? ratings;
  const [isRated, setIsRated] = useState(false);
  if (!isRated && (shown.count > 0 || shown.total > 0)) setIsRated(true);
  // What I wrote counts from the moment that it is published, or no longer.
  const queryClient = useQueryClient();
  const standing = review && `${review.status} ${review.revision}`;
  const known = useRef(standing);
  useEffect(() => {
    if (known.current === standing) return;
    known.current = standing;
    void queryClient.invalidateQueries({ queryKey: [path, 'ratings'] });
  }, [queryClient, path, standing]);
  const pages = usePages<Review>({
    path: `${path}/reviews`,
    params: paramsOf(choice, params),
    initial: { page: first, params },
  });
  // Mine stands above the others, and what I have deleted or changed here is not shown as it was.
  const [myIds, setMyIds] = useState<string[]>([]);
  if (review && !myIds.includes(review.id)) setMyIds([...myIds, review.id]);
  const others = pages.items.filter(({ id }) => !myIds.includes(id));

  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part });
  const showAll = () => {
    setChoice(unfiltered(choice));
    list.current?.focus();
  };
  const query = new URLSearchParams(queryOf(choice));
  const reviews = () => {
    if (pages.isLoading) return <ReviewSkeletons />;
    if (pages.error && pages.items.length === 0) {
      return (
        <Notice tone="bad" title="The reviews could not be loaded.">
          <p>{sentenceOf(pages.error)}</p>
          <TryAgain onClick={() => pages.retry()} />
        </Notice>
      );
    }
    if (others.length === 0 && !pages.nextCursor) {
      return (
        <div className="grid justify-items-start gap-3 py-6">
          <p role="status" dir="auto" className="text-muted">
            {noneText(choice, shown.count, review !== null)}
          </p>
          {isFiltered(choice) ? (
            <button type="button" onClick={showAll} className={buttonClass('soft', 'h-11 rounded-pill')}>
              Show all reviews
            </button>
          ) : null}
        </div>
      );
    }
    return (
      <div aria-busy={pages.isDimmed} className={cx('transition-opacity', pages.isDimmed && 'opacity-50')}>
        <ReviewList reviews={others} />
        <ShowMore pages={pages} href={`/apps/${app.slug}?${query}#reviews`} noun="reviews" />
      </div>
    );
  };
  return (
    <div>
      {isRated ? (
        <RatingSummary
          ratings={shown}
          range={range}
          onRange={setRange}
          isDimmed={summary.isPlaceholderData && !summary.isError}
          stars={choice.stars}
          // The reviews that the row counts: of the version in question, or the newest.
          onStars={(stars) =>
            change({
              stars,
              ...(stars !== null && range === 'version' ? { version: shown.version } : {}),
              ...(stars !== null && range === '30d' ? { sort: 'recent' } : {}),
            })
          }
        />
      ) : review ? null : (
        <EmptyState icon={MessageSquareText} title="No ratings yet">
          Nobody has rated this app so far.
        </EmptyState>
      )}
      {summary.isError ? (
        <Notice tone="bad" title="These ratings could not be loaded." className="mt-4">
          <p>{sentenceOf(summary.error)}</p>
          <TryAgain onClick={() => summary.refetch()} />
        </Notice>
      ) : null}
      <div className={cx(!isRated && !review && 'flex justify-center')}>
        <MyReview app={app} refusal={mine.refusal} review={review} onChange={setReview} />
      </div>
      {isRated ? (
        <>
          <ReviewFilters
            choice={choice}
            versions={versions}
            onChoose={(part) => {
              change(part);
              // Its button goes with the filter.
              if (part.stars === null) list.current?.focus();
            }}
          />
          <div ref={list} tabIndex={-1} className="outline-none">
            {reviews()}
          </div>
        </>
      ) : null}
    </div>
  );
}

function noneText(choice: Choice, count: number, isMineThere: boolean): string {
  if (isFiltered(choice)) return 'No review is like that.';
  if (isMineThere) return 'Nobody else has written a review.';
  return `${counted(count, 'person', 'people')} rated it; none has written a review.`;
}

function TryAgain({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" className="mt-1 font-semibold underline" onClick={onClick}>
      Try again
    </button>
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
