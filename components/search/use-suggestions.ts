'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import type { Suggestions } from '@/lib/search/schema';

const debounceMs = 120;

export type Suggestion =
  | { kind: 'app'; key: string; app: Suggestions['apps'][number] }
  | { kind: 'query'; key: string; text: string };

/** Suggestions for what is being typed; the last ones stay until newer ones come, and late answers are dropped. */
export function useSuggestions(text: string, country: string, isWanted: boolean): Suggestion[] {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text.trim().slice(0, 100)), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    queryKey: ['suggest', typed, country],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: typed, country });
      return (await fetchJson<Suggestions>(`/api/v1/search/suggest?${query}`, { signal })).body;
    },
    enabled: isWanted && typed !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!data || typed === '' || text.trim() === '') return [];
  return [
    ...data.apps.map((app) => ({ kind: 'app', key: app.id, app }) as const),
    ...data.queries.map((found) => ({ kind: 'query', key: `query:${found}`, text: found }) as const),
  ];
}
