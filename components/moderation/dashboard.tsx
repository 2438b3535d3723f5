'use client';

import type { ReactNode } from 'react';
import { OldFigures, useLive } from '@/components/ops/live';
import { reportReasonWords } from '@/components/reviews/words';
import { formatCount } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import type { Transparency } from '@/lib/moderation/reviews/schema';
import type { Dashboard } from '@/lib/moderation/schema';
import { reviewTargetHours } from '@/lib/publishing/rules';
import { CountBars, Figure, figuresClass } from './figure';
import { HourBars } from './hour-bars';
import { dashboardPath, durationWords, isFew, percentWords, reasonNames, shareWords } from './words';

const besideClass = 'grid grid-cols-1 gap-x-14 gap-y-12 lg:grid-cols-2';
/** In half the width. */
const halfClass = 'grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3';

type Props = {
  initial: Dashboard;
  /** Appeals about reviews, by who had rejected them. */
  overturned: Transparency['appeals'];
  now: string;
};

/** How the desk stands, a few seconds old at most; `now` is when it was read. */
export function DashboardPanel({ initial, overturned, now }: Props) {
  const { data, error, dataUpdatedAt } = useLive<Dashboard>(dashboardPath, initial, now);
  const { submissions, appeals, reports, reviews } = data;
  const readAt = new Date(dataUpdatedAt).toISOString();
  return (
    <>
      <OldFigures error={error} />
      <div className="grid grid-cols-1 gap-y-12">
        <div className={besideClass}>
          <Section id="submissions" title="Submissions" href="/moderation/submissions" link="To the queue">
            <dl className={halfClass}>
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
            <HourBars values={submissions.decisionsByHour} now={readAt} />
          </Section>
          <Section id="reviews" title="Reviews" href="/moderation/reviews" link="To the queue">
            <dl className={halfClass}>
              <Figure term="Waiting" value={formatCount(reviews.open)} />
              <Figure term="Escalated" value={formatCount(reviews.escalated)} note="for the admins" />
              <Figure
                term="Oldest"
                value={reviews.oldestMinutes === null ? '–' : durationWords(reviews.oldestMinutes)}
              />
              <Figure term="Decided today" value={formatCount(reviews.decidedToday)} note="UTC" />
              <Figure
                term="Agreed with the machine"
                value={reviews.agreement === null ? '–' : percentWords(reviews.agreement)}
                note={reviews.agreement === null ? 'nothing to compare yet' : 'of what people decided, in 30 days'}
              />
            </dl>
            <HourBars values={reviews.decisionsByHour} now={readAt} />
          </Section>
        </div>
        <Section id="appeals" title="Appeals" href="/moderation/appeals" link="To the appeals">
          <dl className={figuresClass}>
            <Figure term="Open" value={formatCount(appeals.open)} />
            <Figure term="Decided" value={formatCount(appeals.decided)} />
            <Figure
              term="Overturned"
              value={appeals.overturnRate === null ? '–' : shareWords(appeals.overturned, appeals.decided)}
              note={
                appeals.decided === 0
                  ? 'nothing decided yet'
                  : isFew(appeals.decided)
                    ? undefined
                    : `${formatCount(appeals.overturned)} of ${formatCount(appeals.decided)}`
              }
            />
            <Figure term="Of the machine" {...rateFigure(overturned.machine)} />
            <Figure term="Of people" {...rateFigure(overturned.people)} />
          </dl>
        </Section>
        <div className={besideClass}>
          <Section
            id="review-reports"
            title="Open reports about reviews"
            href="/moderation/reviews"
            link="To the queue"
          >
            <CountBars
              label="Open reports about reviews"
              counts={reviews.reports.map(({ reason, open }) => ({
                name: reportReasonWords[reason].label,
                count: open,
              }))}
            />
          </Section>
          <Section id="reports" title="Open reports about apps" href="/moderation/reports" link="To the reports">
            <CountBars
              label="Open reports about apps"
              counts={reports.map(({ reason, open }) => ({ name: reasonNames[reason], count: open }))}
            />
          </Section>
        </div>
      </div>
    </>
  );
}

/** Rejections of reviews that did not stand: the rate of false positives among those that were appealed. */
const rateFigure = ({ decided, overturned, overturnRate }: Transparency['appeals']['machine']) => ({
  value: overturnRate === null ? '–' : shareWords(overturned, decided),
  note:
    overturnRate === null
      ? 'no appeals about reviews yet'
      : `${isFew(decided) ? '' : `${formatCount(overturned)} of ${formatCount(decided)} `}about reviews, in 90 days`,
});

function Section(props: { id: string; title: string; href: string; link: string; children: ReactNode }) {
  return (
    <section aria-labelledby={props.id} className="min-w-0">
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
