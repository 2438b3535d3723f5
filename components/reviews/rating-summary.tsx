'use client';

import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import { counted, formatCount, formatRating } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Stars } from '@/components/ui/stars';
import { ratingsForAverage } from '@/lib/reviews/rules';
import type { RatingRange, Ratings } from '@/lib/reviews/schema';
import { Histogram } from './histogram';
import { rangeWords } from './words';

type Props = {
  ratings: Ratings;
  range: RatingRange;
  onRange: (range: RatingRange) => void;
  /** What is shown is of another range, while the chosen one is on its way. */
  isDimmed: boolean;
  stars: number | null;
  onStars: (stars: number | null) => void;
};

/** Average, stars and how many of the reviews count; of all time, of late, or of the present version. */
export function RatingSummary({ ratings, range, onRange, isDimmed, stars, onStars }: Props) {
  const written = Object.values(ratings.histogram).reduce((sum, count) => sum + count, 0);
  return (
    <div>
      <RangeChoice range={range} onRange={onRange} />
      <div
        aria-busy={isDimmed}
        className={cx(
          'grid grid-cols-1 gap-6 transition-opacity sm:grid-cols-[11rem_minmax(0,26rem)] sm:gap-8',
          isDimmed && 'opacity-50',
        )}
      >
        <Average ratings={ratings} />
        {written > 0 || ratings.count === 0 ? (
          <div>
            <Histogram histogram={ratings.histogram} chosen={stars} onChoose={onStars} />
            {ratings.count > written ? (
              <p className="mt-2 text-13 text-muted">
                <bdi className="numerals">{formatCount(ratings.count - written)}</bdi> more came with the app from
                another catalogue, which does not tell their stars.
              </p>
            ) : null}
          </div>
        ) : (
          <p className="max-w-[40ch] self-center text-13 text-muted">
            These ratings came with the app from another catalogue, which does not tell how many gave each number of
            stars.
          </p>
        )}
      </div>
      {ratings.total > 0 ? <Counted ratings={ratings} /> : null}
    </div>
  );
}

function RangeChoice({ range, onRange }: Pick<Props, 'range' | 'onRange'>) {
  const name = useId();
  return (
    <fieldset className="mb-5 inline-flex max-w-full flex-wrap gap-x-0.5 gap-y-1 rounded-card bg-sunken p-1 no-script:hidden print:hidden">
      <legend className="sr-only">Ratings of</legend>
      {(Object.entries(rangeWords) as [RatingRange, string][]).map(([value, label]) => (
        <label
          key={value}
          className="grid h-9 place-items-center rounded-pill px-2 text-12 font-medium text-muted transition-colors hover:text-ink sm:px-3.5 sm:text-13 has-checked:bg-surface has-checked:text-ink has-checked:shadow-[inset_0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11 forced-colors:has-checked:outline-2"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={range === value}
            onChange={() => onRange(value)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Average({ ratings: { average, count, range, version } }: { ratings: Ratings }) {
  if (average === null) {
    return (
      <div className="self-center">
        <p className="text-17 font-semibold">{count === 0 ? 'No ratings' : 'Not enough ratings'}</p>
        <p className="text-13 text-muted">
          {count === 0
            ? noneText(range, version)
            : `${counted(count, 'rating')} so far. ${formatCount(ratingsForAverage)} make an average.`}
        </p>
      </div>
    );
  }
  return (
    <div className="flex items-center gap-4 sm:block">
      <p className="text-46 font-semibold tracking-tight numerals">{formatRating(average)}</p>
      <div>
        <Stars value={average} className="text-17" />
        <p dir="auto" className="text-13 text-muted numerals">
          {counted(count, 'rating')}
        </p>
        {range === 'version' && version ? <bdi className="text-13 text-muted">Version {version}</bdi> : null}
      </div>
    </div>
  );
}

function noneText(range: RatingRange, version: string | null): string {
  if (range === '30d') return 'Nobody rated it in the last 30 days.';
  if (range === 'all') return 'None of them counts so far.';
  return version === null ? 'No version of it is out.' : `Nobody has rated version ${version} so far.`;
}

/** How many of the reviews count, and why not all of them. */
function Counted({ ratings: { counted: some, total } }: { ratings: Ratings }) {
  return (
    <details className="group mt-4 text-13 text-muted">
      <summary className="inline-flex min-h-9 items-center rounded-control underline decoration-dotted underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
        <bdi className="numerals">
          {formatCount(some)} of {counted(total, 'review')} counted
        </bdi>
      </summary>
      <p className="max-w-[60ch]">
        Every review is checked before it counts. Those that are still being checked, or look fake or break the rules,
        are not in the average and nobody else sees them. Their authors are told why and can appeal.{' '}
        <Link href="/transparency" className="font-medium text-accent-text hover:underline">
          How this store checks reviews
        </Link>
      </p>
    </details>
  );
}
