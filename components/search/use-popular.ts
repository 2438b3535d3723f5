'use client';

import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/fetch-json';
import type { popularQueries } from '@/lib/search/schema';

const none: string[] = [];

/** What many searched for and found; nothing where that cannot be had. */
export function usePopular(isWanted: boolean, most: number): string[] {
  const { data } = useQuery({
    queryKey: ['popular-searches'],
    queryFn: async ({ signal }) =>
      (await fetchJson<z.infer<typeof popularQueries>>('/api/v1/search/popular', { signal })).body.items,
    enabled: isWanted,
    staleTime: 5 * 60_000,
    retry: false,
  });
  return isWanted && data ? data.slice(0, most) : none;
}
