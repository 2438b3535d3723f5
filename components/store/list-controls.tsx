'use client';

import { usePathname } from 'next/navigation';
import { useRef, useState } from 'react';
import { useNavigation } from '@/components/layout/navigation';
import { cx } from '@/components/ui/cx';
import { edgesText, useEdges } from '@/components/ui/use-edges';

export type Choice = {
  name: string;
  label: string;
  /** The first option is the one without a parameter. */
  options: { value: string; label: string }[];
};

type Props = { choices: Choice[]; values: Record<string, string>; kept?: Record<string, string> };

const isSame = (a: Record<string, string>, b: Record<string, string>) =>
  new URLSearchParams(a).toString() === new URLSearchParams(b).toString();

/** Sort and filters of a list, as pills; they live in the address. */
export function ListControls({ choices, values, kept = {} }: Props) {
  const { go } = useNavigation();
  const pathname = usePathname();
  // What was chosen stands at once; the address follows, and has the last word (the back button).
  const [chosen, setChosen] = useState(values);
  const [from, setFrom] = useState(values);
  if (!isSame(from, values)) {
    setFrom(values);
    setChosen(values);
  }
  const row = useRef<HTMLFormElement>(null);
  const more = useEdges(row);

  const choose = (form: HTMLFormElement) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') query.set(name, value);
    const search = query.toString();
    go(search ? `${pathname}?${search}` : pathname, { isReplaced: true });
  };

  return (
    <form
      ref={row}
      action={pathname}
      data-more={edgesText(more)}
      className="rail gap-2 print:hidden"
      aria-label="Sort and filter"
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map(({ name, label, options }) => (
        <div key={name}>
          <select
            name={name}
            aria-label={label}
            value={chosen[name] ?? ''}
            onChange={(event) => {
              setChosen({ ...chosen, [name]: event.target.value });
              if (event.target.form) choose(event.target.form);
            }}
            className={cx(
              'select-arrow h-11 max-w-64 rounded-pill border pe-8 ps-4 text-13 font-medium transition-colors',
              values[name]
                ? 'border-accent bg-accent-soft text-accent-text'
                : 'border-line bg-surface hover:border-line-strong',
            )}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} dir="auto">
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <noscript>
        <button type="submit" className="h-11 rounded-pill bg-sunken px-4 text-13 font-medium">
          Apply
        </button>
      </noscript>
    </form>
  );
}
