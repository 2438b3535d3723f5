'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { fetchJson, ProblemError } from '@/lib/http/fetch-json';
import type { MyReview } from '@/lib/reviews/schema';
import { askAgainMs } from './follow';

export const myReviewKey = (appId: string) => ['my-review', appId];

/** My review of an app; null where there is none. */
export async function fetchMyReview(appId: string, signal?: AbortSignal): Promise<MyReview | null> {
  try {
    return (await fetchJson<{ review: MyReview }>(`/api/v1/apps/${appId}/review`, { signal })).body.review;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

/**
 * My review of an app as this page knows it, followed while it waits to be scored. Undefined before it is known: it is
 * only asked for where it is awaited, for what is not there is an error.
 */
export function useMyReview(appId: string, initial: MyReview | null | undefined, isAwaited = false) {
  const queryClient = useQueryClient();
  const waiting = useRef({ name: '', since: 0 });
  const { data } = useQuery<MyReview | null>({
    queryKey: myReviewKey(appId),
    queryFn: async ({ signal }) => {
      const known = () => queryClient.getQueryData<MyReview | null>(myReviewKey(appId));
      const before = known();
      const answer = await fetchMyReview(appId, signal);
      // Written or deleted while it was on its way: it tells of what was before.
      return known() === before ? answer : (known() ?? null);
    },
    initialData: initial,
    enabled: ({ state }) => (state.data === undefined ? isAwaited : state.data?.status === 'pending'),
    staleTime: Number.POSITIVE_INFINITY,
    // The next page that shows it was told anew.
    gcTime: 0,
    refetchInterval: ({ state }) => {
      if (state.data?.status !== 'pending') return false;
      const name = `${state.data.id} ${state.data.revision}`;
      if (waiting.current.name !== name) waiting.current = { name, since: performance.now() };
      return askAgainMs(performance.now() - waiting.current.since);
    },
  });
  const setReview = useCallback(
    (review: MyReview | null) => queryClient.setQueryData(myReviewKey(appId), review),
    [queryClient, appId],
  );
  return { review: data, setReview };
}
