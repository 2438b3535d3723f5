import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { cx } from '@/components/ui/cx';
import { thresholds } from '@/lib/integrity/rules';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { Part } from '../case-pane';
import { percentWords } from '../words';
import { actionNames, causeWords, scoreText, scoreWords, signalWords } from './words';

/** How the machine sees it: each signal with what it weighs, and what they come to. */
export function Signals({ item: { score, signals } }: { item: Pick<ReviewCase, 'score' | 'signals'> }) {
  return (
    <Part title="What the signals say" note="0 is suspicious, 1 is in order.">
      {score === null ? <p className="text-muted">It is not scored yet.</p> : <Score score={score} />}
      {signals.length === 0 ? null : (
        <ul className="mt-5 grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {signals.map(({ name, value, weight, sentence }) => (
            <li key={name} className="min-w-0">
              <p className="flex items-baseline gap-2 text-13">
                <span className="font-medium">{signalWords[name].label}</span>
                <span className="text-12 text-muted">{percentWords(weight)} of the score</span>
                <span className="ms-auto font-medium numerals">{scoreText(value)}</span>
              </p>
              <Bar value={value} label={`${signalWords[name].label}: ${scoreText(value)}`} className="mt-1 h-2" />
              {sentence ? <p className="mt-1 text-13 text-muted">{sentence}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const toneOf = (value: number) =>
  value < thresholds.reject ? 'bg-negative' : value < thresholds.approve ? 'bg-amber' : 'bg-accent';

/** The number stands beside it. */
function Bar({ value, label, className }: { value: number; label: string; className?: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw a meter of their own
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      // Not 8e-7, which no reader takes for a number.
      aria-valuenow={Math.round(value * 100) / 100}
      className={cx('overflow-hidden rounded-pill bg-line forced-colors:border', className)}
    >
      <div
        className={cx('h-full rounded-pill forced-colors:bg-[CanvasText]', toneOf(value))}
        style={{ width: `${Math.max(1.5, value * 100)}%` }}
      />
    </div>
  );
}

function Score({ score }: { score: number }) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-26 font-semibold numerals">{scoreText(score)}</span>
        <span className="text-13 text-muted">{scoreWords(score)}</span>
      </p>
      <div className="relative mt-1.5 pb-5">
        <Bar value={score} label={`Score: ${scoreText(score)}`} className="h-3" />
        {Object.values(thresholds).map((at) => (
          <span key={at} aria-hidden="true">
            <span
              className="absolute -top-1 h-5 w-0.5 -translate-x-1/2 bg-ink"
              style={{ insetInlineStart: `${at * 100}%` }}
            />
            <span
              className="absolute top-4 text-12 text-muted numerals ltr:-translate-x-1/2 rtl:translate-x-1/2"
              style={{ insetInlineStart: `${at * 100}%` }}
            >
              {at}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

/** Every time that it was scored, the latest first. */
export function Analyses({ analyses, now }: { analyses: ReviewCase['analyses']; now: number }) {
  return (
    <Part title="Scored before">
      {analyses.length === 0 ? (
        <p className="text-13 text-muted">Never.</p>
      ) : (
        <ol className="grid gap-3">
          {analyses.map((analysis) => {
            const { label, tone } = actionNames[analysis.action];
            return (
              <li key={`${analysis.createdAt} ${analysis.revision}`} className="text-13">
                <div className="flex items-center gap-2">
                  <span className="w-9 shrink-0 font-medium numerals">{scoreText(analysis.score)}</span>
                  <Bar
                    value={analysis.score}
                    label={`Score: ${scoreText(analysis.score)}`}
                    className="h-1.5 min-w-8 flex-1"
                  />
                  <Chip tone={tone}>{label}</Chip>
                </div>
                <p className="text-muted">
                  {causeWords(analysis.cause)}, <Moment iso={analysis.createdAt} now={now} />
                  {analysis.revision > 1 ? `, text ${analysis.revision}` : ''}, formula {analysis.version}
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </Part>
  );
}
