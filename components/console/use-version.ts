'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import type { VersionState } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';

export const versionPath = (appId: string, versionId: string) => `/api/v1/console/apps/${appId}/versions/${versionId}`;

/** How soon somebody or something else may move it on. */
const lookAgainMs: Partial<Record<VersionState, number>> = {
  processing: 2000,
  waiting_for_review: 20_000,
  in_review: 20_000,
  appealed: 60_000,
  approved: 60_000,
};

/** A version as it is now: looked at again while others work on it. When its state changes, so does the page around it. */
export function useVersion(appId: string, initial: ConsoleVersionDetail) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const queryKey = ['console-version', initial.id];
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<ConsoleVersionDetail>(versionPath(appId, initial.id), { signal })).body,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchInterval: (query) => lookAgainMs[query.state.data?.state ?? 'draft'] ?? false,
    refetchOnWindowFocus: 'always',
  });
  const known = useRef(data.state);
  useEffect(() => {
    if (known.current === data.state) return;
    known.current = data.state;
    router.refresh();
  }, [data.state, router]);
  return {
    version: data,
    take: (next: ConsoleVersionDetail) => queryClient.setQueryData(queryKey, next),
    lookAgain: () => queryClient.invalidateQueries({ queryKey }),
  };
}

export type VersionVerb = 'submit' | 'withdraw' | 'release' | 'rollback' | 'appeal';

/** Something that moves a version on; what the server answers is what is shown. */
export function useMove(appId: string, versionId: string, onMoved: (next: ConsoleVersionDetail) => void) {
  return useMutation({
    mutationFn: async ({ verb, body }: { verb: VersionVerb; body?: unknown }) =>
      (await fetchJson<ConsoleVersionDetail>(`${versionPath(appId, versionId)}/${verb}`, { method: 'POST', body }))
        .body,
    onSuccess: onMoved,
  });
}
