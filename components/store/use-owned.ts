'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson, type Page } from '@/lib/http/fetch-json';
import type { LibraryItem } from '@/lib/purchases/schema';
import { usePurchases } from './purchase-context';

const mostPages = 10;

/** What I own, for lists that grow in the browser: what the server said of the first page, and my library once it is needed. */
export function useOwned(initial: readonly string[], isNeeded: boolean): ReadonlySet<string> {
  const { isSignedIn } = usePurchases();
  const library = useQuery({
    queryKey: ['library', 'owned'],
    enabled: isSignedIn && isNeeded,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const ids: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { body } = await fetchJson<Page<LibraryItem>>(`/api/v1/library?limit=100${query}`, { signal });
        ids.push(...body.items.map((item) => item.app.id));
        cursor = body.nextCursor;
        if (cursor === null) break;
      }
      return ids;
    },
  });
  return new Set([...initial, ...(library.data ?? [])]);
}
