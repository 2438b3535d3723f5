'use client';

import { X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import { type Choice, sorts } from './choice';

type Props = {
  choice: Choice;
  /** The versions that one can choose among, the newest first. */
  versions: string[];
  onChoose: (change: Partial<Choice>) => void;
};

const pill =
  'h-9 rounded-pill px-3.5 text-13 font-medium text-muted transition-colors hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink pointer-coarse:h-11';

/** In which order the reviews stand, and which of them. */
export function ReviewFilters({ choice, versions, onChoose }: Props) {
  const { sort, stars, version, isAnswered } = choice;
  const known = version === null || versions.includes(version) ? versions : [version, ...versions];
  return (
    <div className="mt-8 mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <fieldset className="flex flex-wrap items-center gap-1">
        <legend className="sr-only">Sort reviews</legend>
        {sorts.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={sort === value}
            onClick={() => onChoose({ sort: value })}
            className={pill}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
        <legend className="sr-only">Which reviews</legend>
        {known.length > 1 || version !== null ? (
          <select
            aria-label="Version"
            value={version ?? ''}
            onChange={({ target }) => onChoose({ version: target.value === '' ? null : target.value })}
            className={cx(
              'select-arrow h-9 max-w-44 rounded-pill border pe-8 ps-3.5 text-13 font-medium pointer-coarse:h-11',
              version === null ? 'border-line bg-surface' : 'border-accent bg-accent-soft text-accent-text',
            )}
          >
            <option value="">Any version</option>
            {known.map((one) => (
              <option key={one} value={one} dir="auto">
                {one}
              </option>
            ))}
          </select>
        ) : null}
        <button
          type="button"
          aria-pressed={isAnswered}
          onClick={() => onChoose({ isAnswered: !isAnswered })}
          className={pill}
        >
          With an answer
        </button>
        {stars ? (
          <button
            type="button"
            onClick={() => onChoose({ stars: null })}
            className="inline-flex h-9 items-center gap-1 rounded-pill bg-accent-soft px-3.5 text-13 font-medium text-accent-text pointer-coarse:h-11"
          >
            <bdi>{counted(stars, 'star')} only</bdi>
            <X className="size-3.5" aria-hidden="true" />
            <span className="sr-only"> Show all reviews</span>
          </button>
        ) : null}
      </fieldset>
    </div>
  );
}
