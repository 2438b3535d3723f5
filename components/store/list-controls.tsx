'use client';

import { usePathname } from 'next/navigation';
import { useNavigation } from '@/components/layout/navigation';
import { cx } from '@/components/ui/cx';

export type Choice = {
  name: string;
  label: string;
  /** The first option is the one without a parameter. */
  options: { value: string; label: string }[];
};

type Props = { choices: Choice[]; values: Record<string, string>; kept?: Record<string, string> };

/** Sort and filters of a list, as pills; they live in the address. */
export function ListControls({ choices, values, kept = {} }: Props) {
  const { go } = useNavigation();
  const pathname = usePathname();

  const choose = (form: HTMLFormElement) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') query.set(name, value);
    const search = query.toString();
    go(search ? `${pathname}?${search}` : pathname, { isReplaced: true });
  };

  return (
    <form action={pathname} className="rail gap-2" aria-label="Sort and filter">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map(({ name, label, options }) => (
        <div key={name}>
          <select
            name={name}
            aria-label={label}
            key={values[name] ?? ''}
            defaultValue={values[name] ?? ''}
            onChange={(event) => event.target.form && choose(event.target.form)}
            className={cx(
              'select-arrow h-10 rounded-pill border pr-8 pl-4 text-13 font-medium transition-colors',
              values[name]
                ? 'border-accent bg-accent-soft text-accent-text'
                : 'border-line-strong bg-surface hover:border-muted',
            )}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <noscript>
        <button type="submit" className="h-10 rounded-pill bg-sunken px-4 text-13 font-medium">
          Apply
        </button>
      </noscript>
    </form>
  );
}
