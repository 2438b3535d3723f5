'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { counted, formatCompact, formatCount } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import type { QueueStatus } from '@/lib/events/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { Chip } from './chip';
import { OldFigures, useLive } from './live';
import { Sparkline } from './sparkline';

export const queuesPath = '/api/v1/ops/queues';

type Props = { initial: { items: QueueStatus[] }; now: string; chosen: string | undefined };

/** Every queue as it stands, a few seconds old at most. */
export function QueueTable({ initial, now, chosen }: Props) {
  const queues = useLive(queuesPath, initial, now);
  return (
    <>
      <OldFigures error={queues.error} />
      <ul className="divide-y divide-line border-y border-line">
        {queues.data.items.map((queue) => (
          <Row key={queue.name} queue={queue} isChosen={queue.name === chosen} />
        ))}
      </ul>
    </>
  );
}

function Row({ queue, isChosen }: { queue: QueueStatus; isChosen: boolean }) {
  const { name, isPaused, waiting, later, running, deadLetters, oldestSeconds } = queue;
  const queryClient = useQueryClient();
  const pause = useMutation({
    mutationFn: () =>
      fetchJson(`${queuesPath}/${encodeURIComponent(name)}`, { method: 'PATCH', body: { isPaused: !isPaused } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [queuesPath] }),
  });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_19rem_auto]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <p className="truncate font-mono text-15">{name}</p>
          {isPaused ? <Chip tone="warning">Paused</Chip> : null}
          {deadLetters > 0 ? (
            <Link
              href={
                isChosen ? '/ops/queues#dead-letters' : `/ops/queues?queue=${encodeURIComponent(name)}#dead-letters`
              }
              className="rounded-pill"
              aria-label={`${formatCount(deadLetters)} dead letters of ${name}`}
            >
              <Chip tone="bad">{formatCount(deadLetters)} dead</Chip>
            </Link>
          ) : null}
        </div>
        <Pace queue={queue} />
      </div>
      <dl className="grid grid-cols-4 gap-2 max-sm:col-span-2 max-sm:row-start-2">
        <Figure name="Waiting" value={formatCount(waiting)} isQuiet={waiting === 0} />
        <Figure name="Later" value={formatCount(later)} isQuiet={later === 0} />
        <Figure name="In hand" value={formatCount(running)} isQuiet={running === 0} />
        <Figure name="Oldest" value={oldestSeconds === null ? '–' : duration(oldestSeconds)} isQuiet={!waiting} />
      </dl>
      <Button
        tone="soft"
        className="size-11 px-0!"
        isWorking={pause.isPending}
        aria-label={isPaused ? `Let ${name} go on` : `Pause ${name}`}
        title={pause.isError ? sentenceOf(pause.error) : isPaused ? 'Go on' : 'Pause'}
        onClick={() => pause.mutate()}
      >
        {isPaused ? (
          <Play className="size-4.5" aria-hidden="true" />
        ) : (
          <Pause className={cx('size-4.5', pause.isError && 'text-negative-text')} aria-hidden="true" />
        )}
      </Button>
    </li>
  );
}

function Pace({ queue: { handled, failedLastHour } }: { queue: QueueStatus }) {
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-3 text-13 text-muted numerals">
      <Sparkline values={handled} />
      <p dir="auto">{perMinute(handled)} a minute</p>
      {failedLastHour > 0 ? (
        <p dir="auto" className="text-negative-text">
          {counted(failedLastHour, 'failed attempt')} in the last hour
        </p>
      ) : null}
    </div>
  );
}

const paceMinutes = 5;

/** The mean of the last minutes that are over. */
function perMinute(handled: number[]): string {
  const mean = handled.slice(-1 - paceMinutes, -1).reduce((sum, count) => sum + count, 0) / paceMinutes;
  return formatCompact(mean < 10 ? mean : Math.round(mean));
}

function Figure({ name, value, isQuiet }: { name: string; value: string; isQuiet: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-muted">{name}</dt>
      <dd className={cx('truncate text-15 numerals', isQuiet ? 'text-muted' : 'font-semibold')}>{value}</dd>
    </div>
  );
}

/** "12 s", "4 min", "3 h", "2 d": the largest whole unit. */
function duration(seconds: number): string {
  const units: [string, number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
  ];
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? ['s', 1];
  return `${Math.floor(seconds / size)} ${unit}`;
}
