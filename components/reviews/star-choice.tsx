'use client';

import { Star } from 'lucide-react';
import { type Ref, useId, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import { starWords } from './words';

type Props = {
  value: number;
  onChange: (stars: number) => void;
  problem: string | null;
  /** The star that is chosen, or the first. */
  focusRef: Ref<HTMLInputElement>;
};

const all = [1, 2, 3, 4, 5] as const;

/** One of five stars: a radio group, so arrow keys choose. */
export function StarChoice({ value, onChange, problem, focusRef }: Props) {
  const id = useId();
  const [pointed, setPointed] = useState(0);
  const shown = pointed || value;
  return (
    <fieldset aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className="text-13 font-medium">Your rating</legend>
      <div className="flex flex-wrap items-center gap-x-3">
        <div className="-ms-2.5 flex" onPointerLeave={() => setPointed(0)}>
          {all.map((stars) => (
            <label
              key={stars}
              onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setPointed(stars)}
              className="relative grid size-12 place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                ref={stars === (value || 1) ? focusRef : undefined}
                type="radio"
                name={id}
                value={stars}
                checked={value === stars}
                required
                aria-invalid={problem ? true : undefined}
                onChange={() => onChange(stars)}
                className="sr-only"
              />
              <Star
                className={cx('size-7 transition-colors', stars <= shown ? 'text-amber' : 'text-line-strong')}
                fill={stars <= shown ? 'currentColor' : 'none'}
                strokeWidth={1.5}
                aria-hidden="true"
              />
              <span className="sr-only">
                {counted(stars, 'star')}: {starWords[stars]}
              </span>
            </label>
          ))}
        </div>
        <span aria-hidden="true" className="text-15 text-muted">
          {starWords[shown]}
        </span>
      </div>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-13 text-negative-text">
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
