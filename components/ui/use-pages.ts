'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { fetchJson, type Page } from '@/lib/http/fetch-json';

export type Params = Record<string, string>;

type Options<T> = {
  /** Route of the API. */
  path: string;
  params: Params;
  /** The page that the server put into the document, and what it was asked for. */
  initial?: { page: Page<T>; params: Params };
  /** How long the list is remembered once it is off the page; 0 for lists that other pages change. */
  keepMs?: number;
};

const same = (a: Params, b: Params) => new URLSearchParams(a).toString() === new URLSearchParams(b).toString();

/** A list that grows by its cursor; the first page came with the document. */
export function usePages<T>({ path, params, initial, keepMs }: Options<T>) {
  const { cursor: start = null, ...query } = params;
  const isInitial = initial !== undefined && same(initial.params, params);
  const result = useInfiniteQuery({
    queryKey: [path, query, start],
    queryFn: async ({ pageParam, signal }) => {
      const search = new URLSearchParams(query);
      if (pageParam !== null) search.set('cursor', pageParam);
      return (await fetchJson<Page<T>>(`${path}?${search}`, { signal })).body;
    },
    initialPageParam: start as string | null,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
    initialData: isInitial
      ? ({ pages: [initial.page], pageParams: [start] } as InfiniteData<Page<T>, string | null>)
      : undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keepMs,
  });
  return {
    items: result.data?.pages.flatMap((page) => page.items) ?? [],
    pageCount: result.data?.pages.length ?? 0,
    nextCursor: result.data?.pages.at(-1)?.nextCursor ?? null,
    isDimmed: result.isPlaceholderData,
    isLoading: result.isPending,
    isLoadingMore: result.isFetchingNextPage,
    error: result.error,
    loadMore: () => result.fetchNextPage({ cancelRefetch: false }),
    retry: () => result.refetch(),
  };
}
