'use client';

import type { ReactNode } from 'react';
import { OldFigures, useLive } from '@/components/ops/live';
import { cx } from '@/components/ui/cx';
import { formatCount } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import type { Dashboard } from '@/lib/moderation/schema';
import { reviewTargetHours } from '@/lib/publishing/rules';
import { HourBars } from './hour-bars';
import { dashboardPath, durationWords, percentWords, reasonNames } from './words';

/** How the desk stands, a few seconds old at most; `now` is when it was read. */
export function DashboardPanel({ initial, now }: { initial: Dashboard; now: string }) {
  const { data, error, dataUpdatedAt } = useLive<Dashboard>(dashboardPath, initial, now);
  const { submissions, appeals, reports } = data;
  const mostReports = Math.max(1, ...reports.map(({ open }) => open));
  return (
    <>
      <OldFigures error={error} />
      <Section id="submissions" title="Submissions" href="/moderation/submissions" link="To the queue">
        <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
          <Figure term="Waiting" value={formatCount(submissions.open)} />
          <Figure
            term={`Longer than ${reviewTargetHours} h`}
            value={formatCount(submissions.late)}
            note={submissions.late > 0 ? 'late' : 'none is late'}
            isBad={submissions.late > 0}
          />
          <Figure
            term="Oldest"
            value={submissions.oldestMinutes === null ? '–' : durationWords(submissions.oldestMinutes)}
          />
          <Figure
            term="Usual wait"
            value={submissions.usualWaitMinutes === null ? '–' : durationWords(submissions.usualWaitMinutes)}
            note={submissions.usualWaitMinutes === null ? 'nothing decided yet' : 'half were faster'}
          />
          <Figure term="Decided today" value={formatCount(submissions.decidedToday)} note="UTC" />
        </dl>
        <HourBars values={submissions.decisionsByHour} now={new Date(dataUpdatedAt).toISOString()} />
      </Section>
      <Section id="appeals" title="Appeals" href="/moderation/appeals" link="To the appeals">
        <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
          <Figure term="Open" value={formatCount(appeals.open)} />
          <Figure term="Decided" value={formatCount(appeals.decided)} />
          <Figure
            term="Overturned"
            value={appeals.overturnRate === null ? '–' : percentWords(appeals.overturnRate)}
            note={
              appeals.decided === 0
                ? 'nothing decided yet'
                : `${formatCount(appeals.overturned)} of ${formatCount(appeals.decided)}`
            }
          />
        </dl>
      </Section>
      <Section id="reports" title="Open reports" href="/moderation/reports" link="To the reports">
        <ul className="grid max-w-[36rem] gap-2">
          {reports.map(({ reason, open }) => (
            <li key={reason} className="grid grid-cols-[8rem_minmax(0,1fr)_3rem] items-center gap-x-4 text-13">
              <span>{reasonNames[reason]}</span>
              <span className="h-2 overflow-hidden rounded-pill bg-sunken forced-colors:border" aria-hidden="true">
                <span
                  className="block h-full rounded-pill bg-accent"
                  style={{ width: `${(open / mostReports) * 100}%` }}
                />
              </span>
              <span className="text-end font-medium numerals">{formatCount(open)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Section(props: { id: string; title: string; href: string; link: string; children: ReactNode }) {
  return (
    <section aria-labelledby={props.id} className="mt-12 first-of-type:mt-0">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={props.id} className="text-20 font-semibold">
          {props.title}
        </h2>
        <Link
          href={props.href}
          className="inline-flex min-h-11 items-center font-medium text-accent-text hover:underline"
        >
          {props.link}
        </Link>
      </div>
      {props.children}
    </section>
  );
}

type FigureProps = { term: string; value: string; note?: string; isBad?: boolean };

function Figure({ term, value, note, isBad = false }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-13 text-muted">{term}</dt>
      <dd>
        <span className={cx('block text-26 font-semibold numerals', isBad && 'text-negative-text')}>{value}</span>
        {note ? <span className="text-12 text-muted">{note}</span> : null}
      </dd>
    </div>
  );
}
