import { counted, formatCount } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { reviewRules } from '@/lib/moderation/reviews/rules';
import type { Transparency } from '@/lib/moderation/reviews/schema';
import { appealDays } from '@/lib/reviews/rules';
import { Figure, figuresClass } from '../figure';
import { durationWords, isFew, percentWords } from '../words';
import { Chapter } from './chapter';
import { HowItWorks } from './how-it-works';

type Props = { report: Transparency; storeName: string };

/** What anybody may know of moderation: figures, rules, how the score works, and how often it was wrong. */
export function TransparencyReport({ report, storeName }: Props) {
  const { days, submissions, takedowns } = report;
  return (
    <div className="page-width max-w-[60rem] pt-8 pb-4 md:pt-12">
      <h1 className="serif text-34 md:text-46">Transparency</h1>
      <p className="mt-3 max-w-[60ch] text-17 text-muted">
        Who decides what is published in {storeName}, by which rules, and how often they were wrong. The figures are of
        the last {days} days.{' '}
        <a href="/api/v1/transparency" className="text-accent-text underline underline-offset-2">
          For programs
        </a>
      </p>
      <Reviews reviews={report.reviews} />
      <Appeals appeals={report.appeals} />
      <Rules byRule={report.reviews.byRule} />
      <HowItWorks />
      <Chapter id="apps" title="Apps">
        <p className="mb-5 max-w-[65ch]">
          People look at every version before it comes out, by the{' '}
          <Link href="/guidelines" className="text-accent-text underline underline-offset-2">
            guidelines
          </Link>
          . What breaks them later is taken down.
        </p>
        <dl className={figuresClass}>
          <Figure term="Versions approved" value={formatCount(submissions.approved)} />
          <Figure term="Versions rejected" value={formatCount(submissions.rejected)} />
          <Figure term="Apps taken down" value={formatCount(takedowns)} note={takedowns === 0 ? 'none' : undefined} />
        </dl>
      </Chapter>
    </div>
  );
}

const parts = [
  { key: 'approvedByMachine', label: 'published at once', className: 'bg-accent' },
  { key: 'heldByMachine', label: 'held for a person', className: 'bg-amber' },
  { key: 'rejectedByMachine', label: 'not published', className: 'bg-negative' },
] as const;

function Reviews({ reviews }: Pick<Transparency, 'reviews'>) {
  const total = parts.reduce((sum, { key }) => sum + reviews[key], 0);
  const { medianWaitMinutes } = reviews;
  return (
    <Chapter id="reviews" title="Reviews">
      <p className="text-17">
        {reviews.written === 0 ? (
          'Nobody wrote a review in this time.'
        ) : (
          <>
            <span className="font-semibold numerals">{counted(reviews.written, 'review')}</span>{' '}
            {reviews.written === 1 ? 'was' : 'were'} written or edited. A program looked at each first:
          </>
        )}
      </p>
      {total > 0 ? (
        <>
          <div className="mt-4 flex h-5 gap-0.5 overflow-hidden rounded-pill forced-colors:border" aria-hidden="true">
            {parts.map(({ key, className }) =>
              reviews[key] > 0 ? (
                <span key={key} className={`min-w-1 ${className}`} style={{ flexGrow: reviews[key] }} />
              ) : null,
            )}
          </div>
          <ul className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-3">
            {parts.map(({ key, label, className }) => (
              <li key={key} className="flex gap-2.5">
                <span className={`mt-1.5 size-3 shrink-0 rounded-[3px] ${className}`} aria-hidden="true" />
                <span>
                  <span className="font-semibold numerals">{percentWords(reviews[key] / total)}</span> {label}
                  <span className="block text-13 text-muted numerals">{counted(reviews[key], 'review')}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3 className="mt-9 mb-3 font-semibold">What people decided</h3>
      <dl className={figuresClass}>
        <Figure term="Published" value={formatCount(reviews.approvedByPeople)} />
        <Figure term="Rejected" value={formatCount(reviews.rejectedByPeople)} />
        <Figure
          term="Usual wait"
          value={medianWaitMinutes === null ? '–' : durationWords(medianWaitMinutes)}
          note={medianWaitMinutes === null ? 'nothing decided yet' : 'from writing to the decision; half were faster'}
        />
        <Figure
          term="Reports"
          value={formatCount(reviews.reported)}
          note={reviews.reported === 0 ? 'nobody reported a review' : 'by readers and developers'}
        />
      </dl>
    </Chapter>
  );
}

function Appeals({ appeals }: Pick<Transparency, 'appeals'>) {
  return (
    <Chapter id="appeals" title="How often that was wrong">
      <p className="max-w-[65ch]">
        Whoever wrote a review that is not published may appeal once, within {appealDays} days. Somebody else than who
        rejected it decides. An appeal that is granted is a mistake of ours, and counted as one:
      </p>
      <div className="mt-5 grid gap-4 sm:grid-cols-2">
        <Rate title="Rejected by the program" {...appeals.machine} />
        <Rate title="Rejected by people" {...appeals.people} />
      </div>
    </Chapter>
  );
}

type RateProps = Transparency['appeals']['machine'] & { title: string };

function Rate({ title, decided, overturned, overturnRate }: RateProps) {
  const granted = `${formatCount(overturned)} of ${counted(decided, 'appeal')} granted`;
  return (
    <section aria-label={title} className="rounded-card bg-sunken p-5">
      <h3 className="text-13 text-muted">{title}</h3>
      {overturnRate === null ? (
        <p className="mt-1 text-20 font-semibold">No appeals yet</p>
      ) : isFew(decided) ? (
        <>
          <p className="mt-1 text-20 font-semibold numerals">{granted}</p>
          <p className="text-13 text-muted">Too few to say how often.</p>
        </>
      ) : (
        <>
          <p className="mt-1 text-34 font-semibold numerals">{percentWords(overturnRate)}</p>
          <p className="text-13 text-muted numerals">{granted}</p>
        </>
      )}
    </section>
  );
}

function Rules({ byRule }: Pick<Transparency['reviews'], 'byRule'>) {
  const countOf = (id: string) => byRule.find(({ ruleId }) => ruleId === id)?.count ?? 0;
  const most = Math.max(1, ...byRule.map(({ count }) => count));
  return (
    <Chapter id="rules" title="What a review must keep to">
      <p className="mb-4 max-w-[65ch]">
        A rejection names one of these rules. That a review is bad for an app is none of them, and developers can report
        reviews but not remove them.
      </p>
      <dl className="divide-y divide-line border-y border-line">
        {reviewRules.map(({ id, title, text }) => (
          <div
            key={id}
            id={id}
            className="grid scroll-mt-24 grid-cols-[2.5rem_minmax(0,1fr)] gap-x-2 py-4 target:bg-accent-soft sm:grid-cols-[2.5rem_minmax(0,1fr)_11rem]"
          >
            <dt className="contents">
              <span className="px-1 font-medium text-muted numerals">{id}</span>
              <span className="font-semibold">{title}</span>
            </dt>
            <dd className="col-start-2">{text}</dd>
            <dd className="col-start-2 mt-1 flex items-center gap-3 text-13 text-muted numerals sm:col-start-3 sm:row-span-2 sm:row-start-1 sm:mt-0">
              <span
                className="h-2 min-w-8 flex-1 overflow-hidden rounded-pill bg-sunken max-sm:hidden"
                aria-hidden="true"
              >
                <span
                  className="block h-full rounded-pill bg-negative"
                  style={{ width: `${(countOf(id) / most) * 100}%` }}
                />
              </span>
              <span className="shrink-0">
                {countOf(id) === 0 ? 'none rejected' : `${formatCount(countOf(id))} rejected`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}
