import type { ComponentProps } from 'react';
import { cx } from './cx';
import { Ring } from './ring';

export type ButtonTone = 'primary' | 'soft' | 'plain' | 'negative';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  soft: 'bg-sunken text-ink hover:bg-line',
  plain: 'text-accent-text hover:bg-accent-soft',
  negative: 'bg-negative-soft text-negative-text hover:bg-negative hover:text-white',
};

const shared =
  'inline-grid place-items-center rounded-control px-4 text-15 font-medium transition-colors disabled:opacity-50 select-none';

export function buttonClass(tone: ButtonTone = 'primary', className?: string): string {
  return cx(shared, /\bh-/.test(className ?? '') ? null : 'h-11', tones[tone], className);
}

type Props = ComponentProps<'button'> & { tone?: ButtonTone; isWorking?: boolean };

/** A button that keeps its width while a ring turns in it. */
export function Button({ tone = 'primary', isWorking = false, className, children, disabled, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || isWorking}
      aria-busy={isWorking || undefined}
      className={buttonClass(tone, className)}
    >
      <span className={cx('col-start-1 row-start-1 inline-flex items-center gap-2', isWorking && 'invisible')}>
        {children}
      </span>
      {isWorking ? <Ring className="col-start-1 row-start-1" label="Working" /> : null}
    </button>
  );
}
