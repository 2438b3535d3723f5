'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatDate, formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { Session } from '@/lib/accounts/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';

const path = '/api/v1/me/sessions';
const queryKey = ['sessions'];

/** Where I am signed in, and how to end it. */
export function SessionsList({ initial }: { initial: Session[] }) {
  const queryClient = useQueryClient();
  const sessions = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await fetchJson<{ items: Session[] }>(path, { signal })).body.items,
    initialData: initial,
  });
  const end = useMutation({
    mutationFn: (id: string) => fetchJson(`${path}/${id}`, { method: 'DELETE' }),
    onMutate: async (id) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Session[]>(queryKey);
      queryClient.setQueryData<Session[]>(queryKey, (shown = []) => shown.filter((session) => session.id !== id));
      return before;
    },
    onError: (_error, _id, before) => queryClient.setQueryData(queryKey, before),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const endAll = useMutation({
    mutationFn: () => fetchJson(path, { method: 'DELETE' }),
    onSuccess: () => location.assign('/sign-in'),
  });
  const error = end.error ?? endAll.error;

  return (
    <div className="grid grid-cols-1 gap-5">
      <ul className="divide-y divide-line border-y border-line">
        {sessions.data.map((session) => (
          <li key={session.id} className="flex items-center gap-4 py-3.5">
            <MonitorSmartphone className="size-5 shrink-0 text-muted" aria-hidden="true" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{session.device}</p>
              <p className="text-13 text-muted numerals">
                {session.isCurrent ? 'This browser' : `Last used ${formatMoment(session.lastUsedAt)}`}
                <span className="block">Signed in on {formatDate(session.createdAt)}</span>
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button
                tone="soft"
                className="h-11 px-4 text-13"
                aria-label={`End the session on ${session.device}`}
                onClick={() => end.mutate(session.id)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error ? <Notice tone="bad">{sentenceOf(error)}</Notice> : null}
      <div>
        <Button tone="negative" isWorking={endAll.isPending} onClick={() => endAll.mutate()}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  );
}
