'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';

const freshMs = 10_000;

type Options<T> = {
  /** Route of the API that the cases are under. */
  path: string;
  id: string | null;
  /** Which one is read ahead. */
  nextId: string | null;
  initial: T | null;
  /** When the server has read it. */
  now: string;
};

/** The case that is open, read anew where it may be old, and the next one read ahead. */
export function useOpenCase<T extends { id: string }>({ path, id, nextId, initial, now }: Options<T>) {
  const queryClient = useQueryClient();
  const keyOf = (of: string | null) => ['moderation-case', path, of];
  const read = useCallback(
    async (of: string, signal: AbortSignal) =>
      (await fetchJson<T>(`${path}/${encodeURIComponent(of)}`, { signal })).body,
    [path],
  );
  const opened = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => read(id ?? '', signal),
    enabled: id !== null,
    initialData: initial !== null && initial.id === id ? initial : undefined,
    initialDataUpdatedAt: Date.parse(now),
    staleTime: freshMs,
  });
  useEffect(() => {
    if (nextId === null) return;
    void queryClient.prefetchQuery({
      queryKey: ['moderation-case', path, nextId],
      queryFn: ({ signal }) => read(nextId, signal),
      staleTime: freshMs,
    });
  }, [nextId, path, queryClient, read]);
  return {
    item: id === null ? undefined : opened.data,
    isReading: id !== null && opened.isPending,
    error: opened.error,
    retry: () => void opened.refetch(),
    /** What was said of it changed. */
    readAgain: (of: string) => queryClient.invalidateQueries({ queryKey: keyOf(of) }),
    readAllAgain: () => queryClient.invalidateQueries({ queryKey: ['moderation-case', path] }),
    put: (read: T) => queryClient.setQueryData<T>(keyOf(read.id), read),
  };
}
