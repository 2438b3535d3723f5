'use client';

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchJson } from '@/lib/http/fetch-json';
import type { Suggestions } from '@/lib/search/schema';

const debounceMs = 120;
const mostApps = 3;
const mostQueries = 5;
const none: Suggestion[] = [];

export type Suggestion =
  | { kind: 'app'; key: string; app: Suggestions['apps'][number] }
  | { kind: 'query' | 'recent' | 'popular'; key: string; text: string };

/** What is suggested for words, and the words. */
export const suggestionsOf = (typed: string, country: string) =>
  queryOptions({
    queryKey: ['suggestions', typed, country],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: typed, country });
      const { body } = await fetchJson<Suggestions>(`/api/v1/search/suggest?${query}`, { signal });
      return { ...body, typed };
    },
    retry: false,
  });

const trimmed = (text: string) => text.trim().slice(0, 100).toWellFormed();

/** Whether one is what the other begins with: what fitted the one may still fit. */
export function isOneTyping(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

/**
 * Suggestions for what is being typed. Those for the letters before stay until newer ones come (`isWaiting`), those for
 * other words go at once, and late answers are dropped.
 */
export function useSuggestions(text: string, country: string, isWanted: boolean) {
  const [typed, setTyped] = useState('');
  const now = trimmed(text);
  useEffect(() => {
    const timer = setTimeout(() => setTyped(now), debounceMs);
    return () => clearTimeout(timer);
  }, [now]);
  const { data } = useQuery({
    ...suggestionsOf(typed, country),
    enabled: isWanted && typed !== '',
    placeholderData: keepPreviousData,
  });
  if (!data || typed === '' || !isOneTyping(data.typed, now)) return { items: none, isWaiting: false };
  const items: Suggestion[] = [
    ...data.apps.slice(0, mostApps).map((app) => ({ kind: 'app', key: app.id, app }) as const),
    ...data.queries.slice(0, mostQueries).map((found) => searchNamed('query', found)),
  ];
  return { items, isWaiting: data.typed !== now };
}

export const searchNamed = (kind: 'query' | 'recent' | 'popular', text: string) =>
  ({ kind, key: `${kind}:${text}`, text }) as const;
