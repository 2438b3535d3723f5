'use client';

import { useQuery } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';

const refreshMs = 3_000;

/** What the server has rendered, a few seconds old at most; `now` is when it was read. */
export function useLive<T extends object>(path: string, initial: T, now: string) {
  return useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await fetchJson<T>(path, { signal })).body,
    initialData: initial,
    initialDataUpdatedAt: Date.parse(now),
    refetchInterval: refreshMs,
  });
}

/** Says so when what is shown could not be read anew. */
export function OldFigures({ error }: { error: unknown }) {
  return error === null ? null : (
    <Notice tone="warning" className="mb-4">
      These figures may be old: {sentenceOf(error)}
    </Notice>
  );
}
