import { type Ref, useId } from 'react';
import { Notice } from '@/components/ui/notice';

type Props<T extends string> = {
  reasons: Record<T, { label: string; text: string }>;
  value: T | null;
  onChange: (reason: T) => void;
  /** What to say where none was chosen; null while nothing has to be said. */
  missingText: string | null;
  firstRef: Ref<HTMLInputElement>;
};

/** Why somebody asks for something: one of a few reasons, each with a sentence about it. */
export function ReasonChoice<T extends string>({ reasons, value, onChange, missingText, firstRef }: Props<T>) {
  const missingId = useId();
  return (
    <>
      <fieldset className="grid grid-cols-1 gap-1" aria-describedby={missingText === null ? undefined : missingId}>
        <legend className="sr-only">Reason</legend>
        {(Object.entries(reasons) as [T, Props<T>['reasons'][T]][]).map(([reason, { label, text }], i) => (
          <label
            key={reason}
            className="flex min-h-11 items-start gap-3 rounded-control px-3 py-2 transition-colors hover:bg-sunken has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              ref={i === 0 ? firstRef : undefined}
              type="radio"
              name="reason"
              value={reason}
              checked={value === reason}
              onChange={() => onChange(reason)}
              className="mt-1 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">
              <span className="block font-medium">{label}</span>
              <span className="block text-13 text-muted">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {missingText === null ? null : (
        <Notice tone="bad">
          <span id={missingId}>{missingText}</span>
        </Notice>
      )}
    </>
  );
}
