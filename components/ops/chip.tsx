import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

const tones = {
  plain: 'bg-sunken text-ink',
  good: 'bg-accent-soft text-accent-text',
  warning: 'bg-amber-soft text-amber-text',
  bad: 'bg-negative-soft text-negative-text',
};

/** A state in a word. */
export function Chip({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      dir="auto"
      className={cx(
        'inline-flex items-center rounded-pill px-2.5 py-0.5 text-12 font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
