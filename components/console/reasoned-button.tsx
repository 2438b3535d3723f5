'use client';

import { type ComponentProps, useId, useState } from 'react';
import { Button, type ButtonTone, buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';

type Props = Omit<ComponentProps<typeof Button>, 'disabled'> & {
  /** Why it cannot be used now; null when it can. */
  reason: string | null;
  tone?: ButtonTone;
};

/** A button that stays where it is while it cannot be used, and says why to whoever tries. */
export function ReasonedButton({ reason, tone, className, children, ...rest }: Props) {
  const id = useId();
  const [isAsked, setIsAsked] = useState(false);
  if (reason === null) {
    return (
      <Button tone={tone} className={className} {...rest}>
        {children}
      </Button>
    );
  }
  return (
    <span className="inline-grid max-w-full justify-items-start gap-1.5">
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        title={reason}
        onClick={() => setIsAsked(true)}
        className={buttonClass(tone === 'negative' ? 'soft' : tone, cx('opacity-50', className))}
      >
        <span className="inline-flex items-center gap-2">{children}</span>
      </button>
      <span id={id} role="status" className={isAsked ? 'max-w-[44ch] text-13 text-muted' : 'sr-only'}>
        {reason}
      </span>
    </span>
  );
}
