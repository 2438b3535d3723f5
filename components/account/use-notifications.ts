'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Notification, ReadNotificationsBody } from '@/lib/accounts/schema';
import { fetchJson } from '@/lib/http/fetch-json';

const path = '/api/v1/me/notifications';
const queryKey = ['notifications', 'bell'];
const shownInPanel = 8;
const pollMs = 60_000;

type Latest = { items: Notification[]; unreadCount: number };

/** The newest of what has happened for me; asked again each minute, and when somebody comes back to the page. */
export function useLatestNotifications() {
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await fetchJson<Latest>(`${path}?limit=${shownInPanel}`, { signal })).body,
    refetchInterval: pollMs,
    refetchOnWindowFocus: true,
    staleTime: 5_000,
  });
}

/** Marks notifications as read; the bell counts down at once, and back up when that failed. */
export function useReadNotifications() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (which: ReadNotificationsBody) =>
      (await fetchJson<{ unreadCount: number }>(`${path}/read`, { method: 'POST', body: which })).body,
    onMutate: async (which) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Latest>(queryKey);
      if (before) {
        const unreadCount = 'ids' in which ? Math.max(0, before.unreadCount - which.ids.length) : 0;
        queryClient.setQueryData<Latest>(queryKey, { ...before, unreadCount });
      }
      return before;
    },
    onSuccess: ({ unreadCount }) =>
      queryClient.setQueryData<Latest>(queryKey, (latest) => latest && { ...latest, unreadCount }),
    onError: (_error, _which, before) => queryClient.setQueryData(queryKey, before),
  });
}

/** Marks what is seen as read, each once. */
export function useReadWhenSeen(items: readonly Notification[], isSeen: boolean) {
  const { mutate } = useReadNotifications();
  const sent = useRef(new Set<string>());
  useEffect(() => {
    if (!isSeen) return;
    const ids = items.filter(({ id, readAt }) => readAt === null && !sent.current.has(id)).map(({ id }) => id);
    for (let i = 0; i < ids.length; i += 100) {
      const some = ids.slice(i, i + 100);
      for (const id of some) sent.current.add(id);
      mutate({ ids: some });
    }
  }, [items, isSeen, mutate]);
}
