'use client';

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fetchJson, type Page } from '@/lib/http/fetch-json';
import { queuePageSize } from './queue-size';

/** A list that was read this far is read again by hand only: it would be many pages at once. */
const maxRefreshedPages = 2;
const refreshMs = 30_000;
const nothing: ReadonlySet<string> = new Set();

type Row = { id: string };

/** What the server has put into the document, and when it was read. */
export type InitialQueue<T, S extends string> = { state: S; page: Page<T>; now: string };

type Pages<T> = InfiniteData<Page<T>, string | null>;

type Options<T, S extends string> = {
  /** Route of the API. */
  path: string;
  state: S;
  initial: InitialQueue<T, S>;
  /** What a row keeps, and what it takes from the case that was read since. */
  merge: (row: T, read: T) => T;
  /** What is left where some are gone. */
  without?: (items: T[], gone: ReadonlySet<string>) => T[];
  /** News come by themselves: it is not asked for them. */
  isLive?: boolean;
};

/** A queue in its order, page by page; what was decided here is gone at once. */
export function useQueue<T extends Row, S extends string>(options: Options<T, S>) {
  const { path, state, initial, merge, without = withoutGone, isLive = false } = options;
  const queryClient = useQueryClient();
  const queryKey = [path, state];
  // What left one list may stand in another.
  const [gone, setGone] = useState({ state, ids: nothing });
  const result = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const search = new URLSearchParams({ state, limit: String(queuePageSize) });
      if (pageParam !== null) search.set('cursor', pageParam);
      return (await fetchJson<Page<T>>(`${path}?${search}`, { signal })).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
    initialData: initial.state === state ? ({ pages: [initial.page], pageParams: [null] } as Pages<T>) : undefined,
    initialDataUpdatedAt: Date.parse(initial.now),
    refetchInterval: ({ state: { data } }) =>
      !isLive && (data?.pages.length ?? 0) <= maxRefreshedPages ? refreshMs : false,
    gcTime: 0,
  });

  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = result;
  const hidden = state === 'decided' || gone.state !== state ? nothing : gone.ids;
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const items = useMemo(() => without(all, hidden), [all, hidden, without]);

  const change = (how: (pages: Pages<T>) => Pages<T>) =>
    queryClient.setQueryData<Pages<T>>(queryKey, (pages) => (pages ? how(pages) : pages));
  const update = (how: (row: T) => T) => change((pages) => withRows(pages, how));

  return {
    items,
    hasMore: hasNextPage,
    isLoading: result.isPending,
    isLoadingMore: isFetchingNextPage,
    error: result.error,
    loadMore: () => void fetchNextPage({ cancelRefetch: false }),
    refresh: () => {
      setGone({ state, ids: nothing });
      return queryClient.resetQueries({ queryKey });
    },
    /** The pages that are there, once more, as long as they are few. */
    readAgain: () => (data?.pages.length ?? 0) <= maxRefreshedPages && queryClient.invalidateQueries({ queryKey }),
    /** Takes them out of sight, or back into it when the store did not agree. */
    setIsGone: (ids: readonly string[], isGone: boolean) =>
      setGone((before) => {
        const marks = before.state === state ? before.ids : nothing;
        const after = withMarks(marks, ids, isGone);
        return after === before.ids ? before : { state, ids: after };
      }),
    /** Every row that was read, those out of sight too. */
    update,
    /** What was read of one case since. */
    patch: (item: T) => update((row) => (row.id === item.id ? merge(row, item) : row)),
    /** Puts back in its place what is not in the list any more. */
    insert: (item: T, isBefore: (one: T, other: T) => boolean) =>
      change((pages) => withInserted(pages, item, isBefore)),
    /** The one to open after it or before it. */
    neighbourOf: (id: string | null, by: 1 | -1) => neighbourOf(all, id, by, hidden),
    /** The one to open when these leave: the next, else the one before. */
    nextWithout: (id: string, ids: readonly string[]) => {
      const left = withMarks(hidden, ids, true);
      return neighbourOf(all, id, 1, left) ?? neighbourOf(all, id, -1, left);
    },
    /** Whether it was read, in sight or not. */
    has: (id: string) => all.some((row) => row.id === id),
  };
}

export function withMarks(marks: ReadonlySet<string>, ids: readonly string[], isSet: boolean): ReadonlySet<string> {
  if (ids.every((id) => marks.has(id) === isSet)) return marks;
  const after = new Set(marks);
  for (const id of ids) {
    if (isSet) after.add(id);
    else after.delete(id);
  }
  return after;
}

export function withoutGone<T extends Row>(items: T[], gone: ReadonlySet<string>): T[] {
  return gone.size === 0 ? items : items.filter(({ id }) => !gone.has(id));
}

/** The others move up. */
export function movedUp<T extends Row & { position: number | null }>(items: T[], gone: ReadonlySet<string>): T[] {
  let before = 0;
  return items.flatMap((item) => {
    if (gone.has(item.id)) {
      before++;
      return [];
    }
    return [before > 0 && item.position !== null ? { ...item, position: item.position - before } : item];
  });
}

/** Pages without a change stay the same object, and nothing of them is drawn again. */
function withRows<T>(data: Pages<T>, how: (row: T) => T): Pages<T> {
  let isChanged = false;
  const pages = data.pages.map((page) => {
    const items = page.items.map(how);
    if (items.every((item, index) => item === page.items[index])) return page;
    isChanged = true;
    return { ...page, items };
  });
  return isChanged ? { ...data, pages } : data;
}

/** In the place that its order gives it; what lies beyond the pages that were read comes with them. */
export function withInserted<T extends Row>(
  data: Pages<T>,
  item: T,
  isBefore: (one: T, other: T) => boolean,
): Pages<T> {
  const cleared = data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== item.id) }));
  const last = cleared.length - 1;
  const index = cleared.findIndex((page) => page.items.some((row) => isBefore(item, row)));
  const at = index >= 0 ? index : cleared[last]?.nextCursor === null ? last : -1;
  const pages = cleared.map((page, i) => {
    if (i !== at) return page;
    const next = page.items.findIndex((row) => isBefore(item, row));
    return { ...page, items: page.items.toSpliced(next < 0 ? page.items.length : next, 0, item) };
  });
  return { ...data, pages };
}

/** The one after it or before it, of those in sight; the first where none is chosen, none at either end. */
export function neighbourOf(
  items: readonly Row[],
  id: string | null,
  by: 1 | -1,
  gone: ReadonlySet<string> = nothing,
): string | null {
  let index = items.findIndex((item) => item.id === id);
  if (index < 0) return items.find((item) => !gone.has(item.id))?.id ?? null;
  do index += by;
  while (gone.has(items[index]?.id ?? ''));
  return items[index]?.id ?? null;
}
