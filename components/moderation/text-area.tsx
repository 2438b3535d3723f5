import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from '@/components/ui/cx';
import { controlClass } from '@/components/ui/field';

type Props = ComponentProps<'textarea'> & { label: ReactNode; hint?: string; problem?: string | null };

/** A labelled text of several lines, with its hint or what is wrong with it. */
export function TextArea({ label, hint, problem, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      <textarea
        rows={3}
        {...rest}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || hint ? `${id}-hint` : undefined}
        className={cx(controlClass, 'h-auto min-h-20 resize-y py-2.5', className)}
      />
      {problem || hint ? (
        <p id={`${id}-hint`} className={cx('text-13', problem ? 'text-negative-text' : 'text-muted')}>
          {problem ?? hint}
        </p>
      ) : null}
    </div>
  );
}
