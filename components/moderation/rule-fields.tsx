import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { cx } from '@/components/ui/cx';

type FieldsProps = {
  /** The public page about the rules, and what it is called here. */
  href: string;
  linkText: string;
  problem?: string | null;
  /** Of the list: how much of it is in sight. */
  className?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLFieldSetElement>) => void;
  children: ReactNode;
};

/** The rules that something breaks. */
export function RuleFields({ href, linkText, problem, className, onKeyDown, children }: FieldsProps) {
  const problemId = useId();
  return (
    <fieldset aria-describedby={problem ? problemId : undefined} onKeyDown={onKeyDown}>
      <legend className="mb-1.5 text-13 font-medium">
        Which rule does it break?{' '}
        <a href={href} target="_blank" rel="noopener" className="font-normal text-accent-text underline">
          {linkText}
        </a>
      </legend>
      {problem ? (
        <p id={problemId} className="mb-1.5 text-13 text-negative-text">
          {problem}
        </p>
      ) : null}
      <div className={cx('overflow-hidden rounded-control border border-line-strong bg-surface', className)}>
        {children}
      </div>
    </fieldset>
  );
}

type OptionProps = {
  rule: { id: string; title: string; text: string };
  /** Of several rules, or of one; radios need a name in common. */
  type: 'checkbox' | 'radio';
  name?: string;
  isChecked: boolean;
  onCheck: (isChecked: boolean) => void;
};

/** One rule, with what it asks for. */
export function RuleOption({ rule, type, name, isChecked, onCheck }: OptionProps) {
  return (
    <label className="flex min-h-11 items-start gap-3 border-b border-line px-3 py-2 last:border-b-0 hover:bg-sunken has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
      <input
        type={type}
        name={name}
        value={rule.id}
        checked={isChecked}
        onChange={(event) => onCheck(event.target.checked)}
        className="mt-0.5 size-4.5 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0 text-13">
        <span className="font-medium">
          <span className="numerals">{rule.id}</span> {rule.title}
        </span>
        <span className="block text-muted">{rule.text}</span>
      </span>
    </label>
  );
}
