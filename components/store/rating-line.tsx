import { cx } from '@/components/ui/cx';
import { formatCompact, formatRating } from '@/components/ui/format';
import { Star } from '@/components/ui/stars';

/** "4.6 ★ 1.2K" in one line; words where nobody has rated yet. */
export function RatingLine({ rating, className }: { rating: { average: number; count: number }; className?: string }) {
  if (rating.count === 0) return <span className={cx('text-12 text-muted', className)}>No ratings yet</span>;
  const [average, count] = [formatRating(rating.average), formatCompact(rating.count)];
  return (
    <span
      role="img"
      aria-label={`Rated ${average} out of 5 by ${count} people`}
      dir="auto"
      className={cx('inline-flex items-center gap-1 text-12 text-muted numerals', className)}
    >
      {average} <Star /> {`(${count})`}
    </span>
  );
}
