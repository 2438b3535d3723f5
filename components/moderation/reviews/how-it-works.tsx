import { signalNames, thresholds, weights } from '@/lib/integrity/rules';
import { percentWords } from '../words';
import { Chapter } from './chapter';
import { signalWords } from './words';

const heaviest = Math.max(...Object.values(weights));

const zones = [
  { from: 0, to: thresholds.reject, label: 'not published', className: 'bg-negative' },
  { from: thresholds.reject, to: thresholds.approve, label: 'a person decides', className: 'bg-amber' },
  { from: thresholds.approve, to: 1, label: 'published', className: 'bg-accent' },
];

const not = [
  'No text leaves this store: the program that reads it runs where the store runs.',
  'Nothing is sold: neither reviews and who wrote them, nor a better place for one, nor its removal.',
  'A bad review is not scored lower than a good one.',
  'A program alone never has the last word: what it rejects can be appealed, and a person decides.',
  'Nobody decides about a review that they wrote, or about one of an app of their own organisation.',
];

/** The score in plain words, with the very figures that it is made with. */
export function HowItWorks() {
  return (
    <>
      <Chapter id="score" title="How the score works">
        <p className="max-w-[65ch]">
          Six signals, each between 0 (suspicious) and 1 (in order), are added up by their weights. The sum is between 0
          and 1 too, and says what happens next.
        </p>
        <dl className="mt-6 grid gap-x-10 gap-y-5 sm:grid-cols-2">
          {signalNames.map((name) => (
            <div key={name} className="min-w-0">
              <dt className="flex items-baseline justify-between gap-3">
                <span className="font-semibold">{signalWords[name].label}</span>
                <span className="text-13 text-muted numerals">{percentWords(weights[name])} of the score</span>
              </dt>
              <dd>
                <span className="mt-1.5 block h-1.5 overflow-hidden rounded-pill bg-sunken" aria-hidden="true">
                  <span
                    className="block h-full rounded-pill bg-accent"
                    style={{ width: `${(weights[name] / heaviest) * 100}%` }}
                  />
                </span>
                <span className="mt-1.5 block text-13 text-muted">{signalWords[name].text}</span>
              </dd>
            </div>
          ))}
        </dl>
        <ol aria-label="What a score leads to" className="mt-8 flex gap-0.5">
          {zones.map(({ from, to, label, className }) => (
            <li key={label} className="min-w-0" style={{ flex: `${to - from} 1 0` }}>
              <span className={`block h-3 first:rounded-s-pill ${className}`} aria-hidden="true" />
              <span className="mt-2 block text-13">
                <span className="font-semibold numerals">
                  {from} to {to}
                </span>
                <span className="block text-muted">{label}</span>
              </span>
            </li>
          ))}
        </ol>
        <p className="mt-5 max-w-[65ch] text-13 text-muted">
          A copy of a text within a recognised flood of reviews is not published, whatever its score. When such a flood
          is recognised, the reviews of its first hours are scored again. Authors read what each signal says about their
          review in a sentence, without the figure: with figures one could try until it fits.
        </p>
      </Chapter>
      <Chapter id="not" title="What is not done">
        <ul className="grid max-w-[65ch] list-disc gap-2 ps-5 marker:text-muted">
          {not.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Chapter>
    </>
  );
}
