import type { CSSProperties } from 'react';
import { cx } from './cx';

/** Stars filled to a tenth; the number is said in words. */
export function Stars({ value, className }: { value: number; className?: string }) {
  const filled = Math.max(0, Math.min(5, Math.round(value * 10) / 10));
  return (
    <span
      role="img"
      aria-label={`${filled} out of 5 stars`}
      className={cx('five-stars text-13', className)}
      style={{ '--filled': `${filled * 20}%` } as CSSProperties}
    />
  );
}

export const Star = () => <span className="one-star" aria-hidden="true" />;
