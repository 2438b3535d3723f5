'use client';

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { votesMax } from '@/lib/reviews/rules';
import type { MyVotes, Review, ReviewVote } from '@/lib/reviews/schema';
import { cast, type Vote } from './votes';

const path = '/api/v1/me/review-votes';

/** How I voted on these reviews: each is asked for once; a vote stands at once, and goes when it is refused. */
export function useVotes(reviews: readonly Review[], isSignedIn: boolean) {
  const known = useRef(new Map<string, boolean | null>());
  const [mine, setMine] = useState<ReadonlyMap<string, Vote>>(new Map());
  const [failure, setFailure] = useState<{ id: string; text: string } | null>(null);
  const sending = useRef(new Set<string>());
  const ids = reviews.map(({ id }) => id);

  const stored = useQuery({
    queryKey: [path, ids],
    enabled: isSignedIn && ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const unknown = ids.filter((id) => !known.current.has(id));
      for (let from = 0; from < unknown.length; from += votesMax) {
        const asked = unknown.slice(from, from + votesMax);
        const { items } = (await fetchJson<MyVotes>(`${path}?ids=${asked.join()}`, { signal })).body;
        for (const id of asked) known.current.set(id, null);
        for (const { reviewId, helpful } of items) known.current.set(reviewId, helpful);
      }
      return new Map(known.current);
    },
  });

  const voteOf = ({ id, helpfulCount }: Review): Vote =>
    mine.get(id) ?? { helpful: stored.data?.get(id) ?? null, helpfulCount };
  const keep = (id: string, vote: Vote) => setMine((all) => new Map(all).set(id, vote));

  const { mutate } = useMutation({
    mutationFn: async ({ id, after }: { id: string; before: Vote; after: Vote }): Promise<Vote> => {
      const place = `/api/v1/reviews/${id}/vote`;
      if (after.helpful === null) {
        await fetchJson<null>(place, { method: 'DELETE' });
        return after;
      }
      return (await fetchJson<ReviewVote>(place, { method: 'PUT', body: { helpful: after.helpful } })).body;
    },
    onSuccess: ({ helpful, helpfulCount }, { id }) => keep(id, { helpful, helpfulCount }),
    onError: (error, { id, before }) => {
      keep(id, before);
      setFailure({ id, text: sentenceOf(error) });
    },
    onSettled: (_data, _error, { id }) => sending.current.delete(id),
  });

  const vote = (review: Review, isHelpful: boolean) => {
    if (sending.current.has(review.id)) return;
    const before = voteOf(review);
    const after = cast(before, isHelpful);
    sending.current.add(review.id);
    setFailure(null);
    keep(review.id, after);
    mutate({ id: review.id, before, after });
  };
  const problemOf = ({ id }: Review) => (failure?.id === id ? failure.text : null);
  return { voteOf, vote, problemOf };
}
