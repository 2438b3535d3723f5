import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx';

export const controlClass =
  'h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-15 text-ink transition-colors hover:border-muted aria-invalid:border-negative';

type Shared = { label: string; hint?: ReactNode; problem?: string | null; isLabelHidden?: boolean };

function Frame({ id, label, hint, problem, isLabelHidden, children }: Shared & { id: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <label htmlFor={id} className={cx('text-13 font-medium', isLabelHidden && 'sr-only')}>
        {label}
      </label>
      {children}
      {hint && !problem ? (
        <p id={`${id}-hint`} className="text-13 text-muted">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="flex items-start gap-1.5 text-13 text-negative-text">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function described(id: string, { hint, problem }: Shared) {
  return {
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-problem` : hint ? `${id}-hint` : undefined,
  };
}

/** A labelled line of text with its hint or what is wrong with it. */
export function TextField({
  label,
  hint,
  problem,
  isLabelHidden,
  className,
  ...input
}: Shared & ComponentProps<'input'>) {
  const id = useId();
  const shared = { label, hint, problem, isLabelHidden };
  return (
    <Frame id={id} {...shared}>
      <input {...input} id={id} {...described(id, shared)} className={cx(controlClass, className)} />
    </Frame>
  );
}

/** A labelled native select. */
export function SelectField({
  label,
  hint,
  problem,
  isLabelHidden,
  className,
  ...select
}: Shared & ComponentProps<'select'>) {
  const id = useId();
  const shared = { label, hint, problem, isLabelHidden };
  return (
    <Frame id={id} {...shared}>
      <select
        {...select}
        id={id}
        {...described(id, shared)}
        className={cx(controlClass, 'select-arrow pe-9', className)}
      />
    </Frame>
  );
}

/** A labelled text of several lines, which grows with what is written. */
export function TextAreaField({
  label,
  hint,
  problem,
  isLabelHidden,
  className,
  ...input
}: Shared & ComponentProps<'textarea'>) {
  const id = useId();
  const shared = { label, hint, problem, isLabelHidden };
  return (
    <Frame id={id} {...shared}>
      <textarea
        {...input}
        id={id}
        {...described(id, shared)}
        className={cx(controlClass, 'field-sizing-content h-auto min-h-24 resize-y py-2.5', className)}
      />
    </Frame>
  );
}
