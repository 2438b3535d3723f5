'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { ScheduledJob } from '@/lib/events/schema';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { Chip } from './chip';
import { OldFigures, useLive } from './live';
import { Moment } from './moment';
import { OpsSection } from './section';

const path = '/api/v1/ops/jobs';

/** What comes round by the clock, and a button to have it now. */
export function Schedule({ initial, now }: { initial: { items: ScheduledJob[] }; now: string }) {
  const jobs = useLive(path, initial, now);
  return (
    <OpsSection id="schedule" title="Schedule" text="Work that comes round by the clock.">
      <OldFigures error={jobs.error} />
      {jobs.data.items.length === 0 ? (
        <p>No worker has looked at the schedule yet. The first that starts writes down what comes round, and when.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {jobs.data.items.map((job) => (
            <Row key={job.name} job={job} now={jobs.dataUpdatedAt} />
          ))}
        </ul>
      )}
    </OpsSection>
  );
}

function Row({ job, now }: { job: ScheduledJob; now: number }) {
  const { name, purpose, isRunning, finishedAt, error, result } = job;
  const queryClient = useQueryClient();
  const run = useMutation({
    mutationFn: (_lastEnd: string | null) => fetchJson(`${path}/${encodeURIComponent(name)}/run`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [path] }),
  });
  const isAwaited = run.isSuccess && run.variables === finishedAt;
  const [ending, outcome] = error === null ? ['Done', result] : ['Failed', error];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_19rem_auto]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="truncate font-mono text-15">{name}</h3>
          {isRunning ? <Chip>Running</Chip> : error === null ? null : <Chip tone="bad">Failed</Chip>}
        </div>
        <p className="text-13 text-muted">{purpose}</p>
      </div>
      <div className="min-w-0 text-13 max-sm:col-span-2 max-sm:row-start-2">
        {finishedAt === null ? (
          <p>Has not run yet</p>
        ) : (
          <p dir="auto" className={error === null ? undefined : 'text-negative-text'}>
            {error === null ? 'Last ran' : 'Failed'} <Moment iso={finishedAt} now={now} />
            {outcome ? `: ${outcome}` : null}
          </p>
        )}
        <p className="text-muted">
          <Next job={job} now={now} />
        </p>
        {run.isError ? (
          <p role="alert" className="text-negative-text">
            {sentenceOf(run.error)}
          </p>
        ) : null}
      </div>
      <Button
        tone="outline"
        className="self-center"
        isWorking={run.isPending || isRunning || isAwaited}
        aria-label={isRunning ? `${name} is running` : `Run now: ${name}`}
        onClick={() => run.mutate(finishedAt)}
      >
        Run now
      </Button>
      <p role="status" className="sr-only">
        {!run.isSuccess ? '' : isRunning ? 'Running' : isAwaited ? 'Waiting for a worker' : `${ending}: ${outcome}`}
      </p>
    </li>
  );
}

function Next({ job: { isRunning, startedAt, nextRunAt }, now }: { job: ScheduledJob; now: number }) {
  if (isRunning && startedAt !== null) {
    return (
      <>
        Started <Moment iso={startedAt} now={now} />
      </>
    );
  }
  if (Date.parse(nextRunAt) <= now) return 'Due now, waits for a worker';
  return (
    <>
      Due <Moment iso={nextRunAt} now={now} />
    </>
  );
}
