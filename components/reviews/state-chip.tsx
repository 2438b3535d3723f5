import { cx } from '@/components/ui/cx';
import { type ReviewState, stateWords } from '@/lib/reviews/rules';
import { stateTones } from './words';

const tones = {
  good: 'bg-accent-soft text-accent-text',
  warning: 'bg-amber-soft text-amber-text',
  bad: 'bg-negative-soft text-negative-text',
};

/** Where a review stands, in a word or two. */
export function StateChip({ status }: { status: ReviewState }) {
  return (
    <span
      className={cx(
        'inline-flex items-center rounded-pill px-2.5 py-0.5 text-12 font-medium whitespace-nowrap forced-colors:border',
        tones[stateTones[status]],
      )}
    >
      {stateWords[status].name}
    </span>
  );
}
