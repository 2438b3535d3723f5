'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { counted } from '@/components/ui/format';
import { Star } from '@/components/ui/stars';
import { missingPartText, usePart } from '@/components/ui/use-part';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { ReviewStanding } from '@/lib/reviews/schema';
import { StateChip } from './state-chip';
import { fetchMyReview, myReviewKey, useMyReview } from './use-my-review';
import { refusalWords } from './words';

const loadSheet = () => import('./review-sheet').then(({ ReviewSheet }) => ReviewSheet);
const path = '/api/v1/me/reviews';
const mostAtOnce = 100;

/** What became of my reviews of these apps; asked for once for each. */
export function useReviewStandings(appIds: readonly string[]): ReadonlyMap<string, ReviewStanding> {
  const known = useRef(new Map<string, ReviewStanding>());
  const { data } = useQuery<ReadonlyMap<string, ReviewStanding>>({
    queryKey: [path, appIds],
    enabled: appIds.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const unknown = appIds.filter((id) => !known.current.has(id));
      for (let from = 0; from < unknown.length; from += mostAtOnce) {
        const asked = unknown.slice(from, from + mostAtOnce).join();
        const { items } = (await fetchJson<{ items: ReviewStanding[] }>(`${path}?apps=${asked}`, { signal })).body;
        for (const item of items) known.current.set(item.appId, item);
      }
      return new Map(known.current);
    },
  });
  return data ?? none;
}

const none: ReadonlyMap<string, ReviewStanding> = new Map();

type Props = {
  app: { id: string; name: string };
  /** Undefined while nobody knows. */
  standing: ReviewStanding | undefined;
};

/** In a row of the library: write a review of the app, or change it; and where it stands. */
export function LibraryReview({ app, standing }: Props) {
  const queryClient = useQueryClient();
  const { Part: ReviewSheet, isMissing, prepare, want } = usePart(loadSheet);
  const { review, setReview } = useMyReview(app.id, undefined, standing?.review?.status === 'pending');
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // What the server said of all of them, until this one is known in full.
  const stand = review === undefined ? (standing?.review ?? null) : review;

  const open = async () => {
    setProblem(null);
    if (!(await want())) return;
    try {
      if (review === undefined) {
        const full = standing?.review ? await fetchMyReview(app.id) : null;
        queryClient.setQueryData(myReviewKey(app.id), full);
      }
      setIsOpen(true);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };

  if (standing === undefined) return <div className="h-8 pointer-coarse:h-11" />;
  if (standing.refusal !== null && stand === null) {
    return <p className="text-13 text-muted">{refusalWords[standing.refusal]}</p>;
  }
  return (
    <div className="relative z-10 flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <button
        type="button"
        disabled={standing.refusal !== null}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={open}
        className="-ms-2 h-8 rounded-control px-2 font-medium text-accent-text hover:bg-sunken disabled:text-muted pointer-coarse:h-11"
      >
        {stand ? 'Edit your review' : 'Write a review'}
        <span className="sr-only">
          {' '}
          of <bdi>{app.name}</bdi>
        </span>
      </button>
      {stand ? (
        <span role="status" className="inline-flex flex-wrap items-center gap-x-2">
          <span className="inline-flex items-center gap-1 text-muted numerals">
            <span className="sr-only">{counted(stand.rating, 'star')}</span>
            <bdi aria-hidden="true" className="inline-flex items-center gap-1">
              {stand.rating} <Star />
            </bdi>
          </span>
          <StateChip status={stand.status} />
        </span>
      ) : null}
      {standing.refusal ? <span className="text-muted">{refusalWords[standing.refusal]}</span> : null}
      {problem || isMissing ? (
        <span role="alert" className="text-negative-text">
          {problem ?? missingPartText}
        </span>
      ) : null}
      {ReviewSheet && review !== undefined ? (
        <ReviewSheet
          app={app}
          review={review}
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          onSaved={(saved) => {
            setIsOpen(false);
            setReview(saved);
          }}
        />
      ) : null}
    </div>
  );
}
