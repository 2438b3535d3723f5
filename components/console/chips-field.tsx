'use client';

import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import type { Control } from './field';

type Props = {
  control: Control;
  values: readonly string[];
  onChange: (values: string[]) => void;
  most: number;
  placeholder: string;
  maxLength: number;
  /** What stands in the document for a value. */
  nameOf?: (value: string) => string;
  /** A typed word as it is kept; null for what cannot be. */
  parse?: (text: string) => string | null;
  /** Values that something is wrong with. */
  wrong?: ReadonlySet<number>;
  /** Values to choose from while typing. */
  suggestions?: readonly { value: string; name: string }[];
};

const plain = (text: string) => text.trim().replace(/\s+/g, ' ') || null;

/** Short words, each a chip: typed and ended by Enter or a comma, or pasted as a list. */
export function ChipsField({
  control,
  values,
  onChange,
  most,
  placeholder,
  maxLength,
  nameOf = (value) => value,
  parse = plain,
  wrong,
  suggestions = [],
}: Props) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isFull = values.length >= most;

  const add = (typed: string): string => {
    const words = typed.split(/[,;\n]/);
    const parsed = words.map((word) => [word, plain(word) === null ? null : parse(word)] as const);
    const fresh = [...new Set(parsed.flatMap(([, value]) => (value === null ? [] : [value])))].filter(
      (value) => !values.includes(value),
    );
    const taken = fresh.slice(0, most - values.length);
    if (taken.length > 0) {
      onChange([...values, ...taken]);
      setSaid(`Added: ${taken.map(nameOf).join(', ')}`);
    }
    return parsed
      .filter(([word, value]) => value === null && plain(word) !== null)
      .map(([word]) => word.trim())
      .join(', ');
  };
  const remove = (index: number) => {
    const value = values[index];
    if (value === undefined) return;
    onChange(values.filter((_, other) => other !== index));
    setSaid(`Removed: ${nameOf(value)}`);
    input.current?.focus();
  };

  return (
    <div
      className={cx(
        'flex min-h-11 flex-wrap items-center gap-1.5 rounded-control border bg-surface px-2 py-1.5 transition-colors has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent',
        control['aria-invalid'] ? 'border-negative' : 'border-line-strong hover:border-muted',
      )}
    >
      {values.map((value, index) => (
        <span
          key={value}
          className={cx(
            'inline-flex max-w-full items-center rounded-pill ps-3 text-13',
            wrong?.has(index) ? 'bg-negative-soft text-negative-text' : 'bg-sunken',
          )}
        >
          <span className="truncate" dir="auto">
            {nameOf(value)}
          </span>
          <button
            type="button"
            aria-label={`Remove ${nameOf(value)}`}
            onClick={() => remove(index)}
            className="grid size-8 shrink-0 place-items-center rounded-pill text-muted hover:text-ink pointer-coarse:size-11"
          >
            <X className="size-3.5" aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        {...control}
        ref={input}
        value={text}
        list={suggestions.length > 0 ? `${control.id}-list` : undefined}
        placeholder={isFull ? '' : placeholder}
        readOnly={isFull}
        maxLength={maxLength * 4}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => {
          const { value } = event.target;
          setText(/[,;\n]/.test(value) ? add(value) : value);
        }}
        onBlur={() => setText(add(text))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            setText(add(text));
          } else if (event.key === 'Backspace' && text === '') remove(values.length - 1);
        }}
        className="h-8 min-w-32 flex-1 bg-transparent px-1.5 text-15 outline-none"
      />
      {suggestions.length > 0 ? (
        <datalist id={`${control.id}-list`}>
          {suggestions
            .filter(({ value }) => !values.includes(value))
            .map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
        </datalist>
      ) : null}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
