'use client';

import { cx } from '@/components/ui/cx';
import { formatCount } from '@/components/ui/format';
import type { AppDetail } from '@/lib/catalog/schema';

type Props = { histogram: AppDetail['histogram']; chosen: number | null; onChoose: (stars: number | null) => void };

/** How many gave each number of stars; a row shows only its reviews. */
export function Histogram({ histogram, chosen, onChoose }: Props) {
  const counts = ([5, 4, 3, 2, 1] as const).map((stars) => ({ stars, count: histogram[stars] }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <fieldset className="grid content-center">
      <legend className="sr-only">Reviews by stars</legend>
      {counts.map(({ stars, count }) => {
        const isChosen = chosen === stars;
        return (
          <button
            key={stars}
            type="button"
            aria-pressed={isChosen}
            disabled={count === 0}
            onClick={() => onChoose(isChosen ? null : stars)}
            className={cx(
              'flex h-7 items-center gap-3 rounded-control px-2 text-13 numerals enabled:hover:bg-sunken pointer-coarse:h-11',
              isChosen && 'bg-sunken font-semibold',
            )}
          >
            <span className="w-3 text-muted">
              {stars}
              <span className="sr-only">{stars === 1 ? ' star: ' : ' stars: '}</span>
            </span>
            <span className="h-2 flex-1 overflow-hidden rounded-pill bg-line">
              <span
                className={cx(
                  'block h-full rounded-pill forced-colors:bg-[CanvasText]',
                  isChosen ? 'bg-accent' : 'bg-muted',
                )}
                style={{ width: total === 0 ? 0 : `${(count / total) * 100}%` }}
              />
            </span>
            <span className="w-12 text-end text-muted">
              {formatCount(count)}
              <span className="sr-only">{isChosen ? '. Show all reviews' : '. Show only these reviews'}</span>
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
