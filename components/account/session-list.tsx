'use client';

import { useMutation } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { Session } from '@/lib/accounts/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';

export function SessionList({ sessions }: { sessions: Session[] }) {
  const router = useRouter();
  const end = useMutation({
    mutationFn: (id: string) => fetchJson(`/api/v1/me/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => router.refresh(),
  });
  const endAll = useMutation({
    mutationFn: () => fetchJson('/api/v1/me/sessions', { method: 'DELETE' }),
    onSuccess: () => location.assign('/sign-in'),
  });
  const failure = end.error ?? endAll.error;
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
            <MonitorSmartphone className="size-5 shrink-0 text-muted" aria-hidden="true" />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {session.device}
                {session.isCurrent ? (
                  <span className="ml-2 rounded-pill bg-accent-soft px-2 py-0.5 text-12 font-medium text-accent-text">this one</span>
                ) : null}
              </p>
              <p className="numerals text-13 text-muted">Last used {formatMoment(session.lastUsedAt)}</p>
            </div>
            {session.isCurrent ? null : (
              <Button
                tone="soft"
                className="h-10"
                aria-label={`End the session of ${session.device}, last used ${formatMoment(session.lastUsedAt)}`}
                isWorking={end.isPending && end.variables === session.id}
                onClick={() => end.mutate(session.id)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failure ? <Notice tone="bad">{sentenceOf(failure)}</Notice> : null}
      <div>
        <Button tone="negative" isWorking={endAll.isPending || endAll.isSuccess} onClick={() => endAll.mutate()}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  );
}
