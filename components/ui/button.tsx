import type { ComponentProps } from 'react';
import { cx } from './cx';
import { Ring } from './ring';

export type ButtonTone = 'primary' | 'soft' | 'outline' | 'plain' | 'negative';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  soft: 'bg-sunken text-ink hover:bg-line',
  outline: 'border border-line-strong bg-surface text-ink hover:border-muted',
  plain: 'text-accent-text hover:bg-accent-soft',
  negative: 'bg-negative-soft text-negative-text hover:bg-negative hover:text-white',
};

const shared =
  'inline-grid place-items-center rounded-control px-4 text-15 font-medium transition-colors disabled:opacity-50 select-none forced-colors:border';

export function buttonClass(tone: ButtonTone = 'primary', className?: string): string {
  return cx(shared, /\bh-/.test(className ?? '') ? null : 'h-11', tones[tone], className);
}

type Props = ComponentProps<'button'> & { tone?: ButtonTone; isWorking?: boolean };

/** A button that keeps its width and the focus while a ring turns in it. */
export function Button({ tone = 'primary', isWorking = false, className, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isWorking || undefined}
      aria-disabled={isWorking || undefined}
      onClick={isWorking ? (event) => event.preventDefault() : onClick}
      className={buttonClass(tone, className)}
    >
      <span className={cx('col-start-1 row-start-1 inline-flex items-center gap-2', isWorking && 'opacity-0')}>
        {children}
      </span>
      {isWorking ? <Ring className="col-start-1 row-start-1" label="Working" /> : null}
    </button>
  );
}
