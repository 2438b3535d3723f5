'use client';

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fetchJson, type Page } from '@/lib/http/fetch-json';
import type { QueueItem } from '@/lib/moderation/schema';
import { queuePageSize } from './queue-size';
import { submissionsPath } from './words';

export type QueueState = 'open' | 'decided';

/** A list that was read this far is read again by hand only: it would be many pages at once. */
const maxRefreshedPages = 2;
const refreshMs = 30_000;

/** What the server has put into the document, and when it was read. */
export type InitialQueue = { state: QueueState; page: Page<QueueItem>; now: string };

type Pages = InfiniteData<Page<QueueItem>, string | null>;

/** Submissions in their order, page by page; what was decided here is gone at once. */
export function useQueue(state: QueueState, initial: InitialQueue) {
  const queryClient = useQueryClient();
  const queryKey = [submissionsPath, state];
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const result = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const search = new URLSearchParams({ state, limit: String(queuePageSize) });
      if (pageParam !== null) search.set('cursor', pageParam);
      return (await fetchJson<Page<QueueItem>>(`${submissionsPath}?${search}`, { signal })).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<QueueItem>) => last.nextCursor,
    initialData: initial.state === state ? ({ pages: [initial.page], pageParams: [null] } as Pages) : undefined,
    initialDataUpdatedAt: Date.parse(initial.now),
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) <= maxRefreshedPages ? refreshMs : false),
    gcTime: 0,
  });

  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = result;
  const items = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.items) ?? [];
    return state === 'open' ? withoutGone(all, gone) : all;
  }, [data, gone, state]);

  return {
    items,
    hasMore: hasNextPage,
    isLoading: result.isPending,
    isLoadingMore: isFetchingNextPage,
    error: result.error,
    loadMore: () => void fetchNextPage({ cancelRefetch: false }),
    refresh: () => queryClient.resetQueries({ queryKey }),
    /** Takes it out of sight, or back into it when the store did not agree. */
    setIsGone: (id: string, isGone: boolean) =>
      setGone((before) => {
        const after = new Set(before);
        if (isGone) after.add(id);
        else after.delete(id);
        return after;
      }),
    /** What was read of one case since. */
    patch: (item: QueueItem) =>
      queryClient.setQueryData<Pages>(queryKey, (pages) => (pages ? withItem(pages, item) : pages)),
  };
}

/** The others move up. */
export function withoutGone(items: QueueItem[], gone: ReadonlySet<string>): QueueItem[] {
  let before = 0;
  return items.flatMap((item) => {
    if (gone.has(item.id)) {
      before++;
      return [];
    }
    return [before > 0 && item.position !== null ? { ...item, position: item.position - before } : item];
  });
}

function withItem(data: Pages, item: QueueItem): Pages {
  const pages = data.pages.map((page) =>
    page.items.some(({ id }) => id === item.id)
      ? {
          ...page,
          items: page.items.map((other) =>
            other.id === item.id ? { ...other, claim: item.claim, holdCount: item.holdCount } : other,
          ),
        }
      : page,
  );
  return { ...data, pages };
}

/** The one after it or before it; the first where none is chosen, none at either end. */
export function neighbourOf(items: readonly { id: string }[], id: string | null, by: 1 | -1): string | null {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) return items[0]?.id ?? null;
  return items[index + by]?.id ?? null;
}
