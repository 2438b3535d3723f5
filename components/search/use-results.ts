'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { fetchJson, ProblemError } from '@/lib/http/fetch-json';
import type { SearchResults } from '@/lib/search/schema';
import { isEmptySearch, paramsOf, type SearchValues } from './address';

export type InitialResults = {
  /** What the server asked for the page that it wrote into the document. */
  params: Record<string, string>;
  cursor: string | null;
  page: SearchResults;
};

type Search = { values: SearchValues; cursor: string | null; country: string; initial: InitialResults | null };

const lateMs = 300;
const keepMs = 10 * 60_000;

const same = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** True once something has been going on for so long that it should be seen. */
function useLate(isGoingOn: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setIsLate(true), lateMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isGoingOn]);
  return isGoingOn && isLate;
}

/**
 * The results of the search in the address. Those of the search before it stay until they are there, and `shown` says
 * what is to be seen meanwhile; answers that come late for another search are dropped.
 */
export function useResults({ values, cursor, country, initial }: Search) {
  const params = paramsOf(values, country);
  const isAsked = !isEmptySearch(values);
  const isInitial = initial !== null && same(initial.params, params);
  // Only what the server began with may begin in the middle.
  const start = isInitial && cursor === initial.cursor ? initial.cursor : null;
  const result = useInfiniteQuery({
    queryKey: ['search', params, start],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams(params);
      if (pageParam !== null) query.set('cursor', pageParam);
      return (await fetchJson<SearchResults>(`/api/v1/search?${query}`, { signal })).body;
    },
    enabled: isAsked,
    initialPageParam: start,
    getNextPageParam: (last: SearchResults) => last.nextCursor,
    initialData:
      isInitial && start === initial.cursor
        ? ({ pages: [initial.page], pageParams: [start] } as InfiniteData<SearchResults, string | null>)
        : undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keepMs,
  });

  const key = JSON.stringify([params, start]);
  const [shown, setShown] = useState(isAsked ? { key, values } : null);
  const isCurrent = result.data !== undefined && !result.isPlaceholderData;
  if (!isAsked && shown !== null) setShown(null);
  else if (isAsked && isCurrent && shown?.key !== key) setShown({ key, values });

  const isStale = result.error instanceof ProblemError && result.error.problem.code === 'stale_cursor';
  const isWaiting = isAsked && result.isFetching && !isCurrent;
  const items = useMemo(() => {
    // An app that moved down between two pages is on both.
    const apps = result.data?.pages.flatMap((page) => page.items) ?? [];
    return [...new Map(apps.map((app) => [app.id, app])).values()];
  }, [result.data]);
  return {
    view: viewOf(isAsked, result.data === undefined, result.isError, shown === null),
    /** Names what is to be seen; null before the first search. */
    shown,
    first: result.data?.pages[0],
    isWaiting,
    isLate: useLate(isWaiting && result.data !== undefined),
    isInitial: isInitial && isCurrent,
    items,
    pageCount: result.data?.pages.length ?? 0,
    nextCursor: result.isPlaceholderData ? null : (result.data?.pages.at(-1)?.nextCursor ?? null),
    isLoadingMore: result.isFetchingNextPage,
    error: isStale ? new Error('The results have changed meanwhile.') : result.error,
    // Cursors of an order that is no more lead nowhere: the list begins anew.
    loadMore: () => (isStale ? result.refetch() : result.fetchNextPage({ cancelRefetch: false })),
    retry: () => void result.refetch(),
  };
}

function viewOf(isAsked: boolean, isEmpty: boolean, isError: boolean, isFirst: boolean) {
  if (!isAsked) return 'landing';
  if (isEmpty && isError) return 'error';
  if (isFirst) return 'landing';
  return isEmpty ? 'waiting' : 'results';
}

export type Results = ReturnType<typeof useResults>;
