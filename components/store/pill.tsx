import type { ComponentProps } from 'react';
import { cx } from '@/components/ui/cx';
import { Ring } from '@/components/ui/ring';

type Props = ComponentProps<'button'> & { size: 'small' | 'large'; tone: 'soft' | 'solid'; isWorking?: boolean };

const sizes = { small: 'h-8 min-w-[5.25rem] px-2.5 text-13 sm:min-w-[5.75rem]', large: 'h-11 min-w-36 px-6 text-15' };

const tones = {
  soft: 'bg-quiet text-accent-text hover:bg-accent-soft-hover',
  solid: 'bg-accent text-on-accent hover:bg-accent-hover',
};

/** The shape of every price button. Its words stay in place, unseen, while the ring turns. */
export function Pill({ size, tone, isWorking = false, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      dir="auto"
      {...rest}
      aria-busy={isWorking || undefined}
      aria-disabled={isWorking || rest['aria-disabled']}
      onClick={isWorking ? undefined : rest.onClick}
      className={cx(
        'relative inline-grid shrink-0 place-items-center rounded-pill font-semibold whitespace-nowrap transition-colors select-none numerals forced-colors:border print:border print:border-line-strong',
        'before:absolute before:-inset-1.5 before:rounded-pill before:content-[""]',
        sizes[size],
        tones[tone],
        className,
      )}
    >
      {isWorking ? (
        <>
          <span className="col-start-1 row-start-1 opacity-0">{children}</span>
          <Ring className="col-start-1 row-start-1" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
