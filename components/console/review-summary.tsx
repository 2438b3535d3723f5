import { Histogram } from '@/components/reviews/histogram';
import { counted, formatRating } from '@/components/ui/format';
import { Stars } from '@/components/ui/stars';
import type { ReviewSummary } from '@/lib/reviews/schema';

type Props = {
  summary: ReviewSummary;
  /** Whose reviews alone are shown; null for all. */
  stars: number | null;
  onStars: (stars: number | null) => void;
  isUnanswered: boolean;
  onUnanswered: (isUnanswered: boolean) => void;
};

/** All reviews in one look; what is pressed filters the list below. */
export function ReviewSummaryHead({ summary, stars, onStars, isUnanswered, onUnanswered }: Props) {
  const { histogram, unanswered } = summary;
  const counts = ([1, 2, 3, 4, 5] as const).map((rating) => ({ rating, count: histogram[rating] }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const average = counts.reduce((sum, { rating, count }) => sum + rating * count, 0) / total;
  return (
    <section
      aria-label="All reviews in one look"
      className="mb-8 grid grid-cols-1 gap-5 sm:grid-cols-[10rem_minmax(0,26rem)] sm:gap-8"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:block">
        <p className="text-46 font-semibold tracking-tight numerals">{formatRating(average)}</p>
        <div>
          <Stars value={average} className="text-17" />
          <p className="text-13 text-muted numerals">{counted(total, 'review')}</p>
        </div>
        {unanswered > 0 ? (
          <button
            type="button"
            aria-pressed={isUnanswered}
            onClick={() => onUnanswered(!isUnanswered)}
            className="h-9 rounded-pill bg-accent-soft px-3.5 text-13 font-medium text-accent-text numerals aria-pressed:bg-sunken aria-pressed:text-ink sm:mt-3 pointer-coarse:h-11"
          >
            {counted(unanswered, 'unanswered', 'unanswered')}
          </button>
        ) : (
          <p className="text-13 text-muted sm:mt-3">All are answered.</p>
        )}
      </div>
      <Histogram histogram={histogram} chosen={stars} onChoose={onStars} />
    </section>
  );
}
