'use client';

import { Check } from 'lucide-react';
import { type CSSProperties, useId } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';

type Props = { hue: number; defaultHue: number; onChange: (hue: number) => void };

const names: [upTo: number, name: string][] = [
  [10, 'rose'],
  [35, 'red'],
  [65, 'orange'],
  [95, 'amber'],
  [120, 'lime'],
  [165, 'green'],
  [200, 'teal'],
  [230, 'cyan'],
  [275, 'blue'],
  [300, 'violet'],
  [335, 'purple'],
  [359, 'pink'],
];

export const hueName = (hue: number) => names.find(([upTo]) => hue <= upTo)?.[1] ?? 'pink';

export const hueTrack = `linear-gradient(to right, ${Array.from({ length: 13 }, (_, i) => `oklch(0.66 0.14 ${i * 30})`).join(', ')})`;

export const hueSlider = cx(
  'h-11 w-full appearance-none rounded-control bg-transparent',
  '[&::-webkit-slider-runnable-track]:h-3 [&::-webkit-slider-runnable-track]:rounded-pill [&::-webkit-slider-runnable-track]:bg-(image:--track)',
  '[&::-moz-range-track]:h-3 [&::-moz-range-track]:rounded-pill [&::-moz-range-track]:bg-(image:--track)',
  '[&::-webkit-slider-thumb]:-mt-2 [&::-webkit-slider-thumb]:size-7 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-pill [&::-webkit-slider-thumb]:border-4 [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-[oklch(0.6_0.15_var(--accent-hue))] [&::-webkit-slider-thumb]:shadow-float',
  '[&::-moz-range-thumb]:size-5 [&::-moz-range-thumb]:rounded-pill [&::-moz-range-thumb]:border-4 [&::-moz-range-thumb]:border-surface [&::-moz-range-thumb]:bg-[oklch(0.6_0.15_var(--accent-hue))] [&::-moz-range-thumb]:shadow-float',
);

/** The angle of the accent colour, with what it does to the store by day and by night. */
export function AccentField({ hue, defaultHue, onChange }: Props) {
  const id = useId();
  const style = { '--accent-hue': hue } as CSSProperties;
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="text-13 font-medium">
          Accent colour
        </label>
        <p className="text-13 text-muted numerals">
          {hueName(hue)}, {hue}°
          {hue === defaultHue ? null : (
            <button
              type="button"
              onClick={() => onChange(defaultHue)}
              className="ms-2 min-h-11 rounded-control px-1 font-medium text-accent-text hover:underline"
            >
              Pomona’s own
            </button>
          )}
        </p>
      </div>
      <input
        id={id}
        type="range"
        dir="ltr"
        min={0}
        max={359}
        value={hue}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        aria-valuetext={`${hueName(hue)}, ${hue} degrees`}
        className={hueSlider}
        style={{ ...style, '--track': hueTrack } as CSSProperties}
      />
      <p className="text-13 text-muted">
        Only the hue is yours to choose: how light and how strong it is stays so that every word can be read.
      </p>
      <div className="mt-1 grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Preview className="shown-light" title="Light" style={style} />
        <Preview className="shown-dark" title="Dark" style={style} />
      </div>
    </div>
  );
}

function Preview({ className, title, style }: { className: string; title: string; style: CSSProperties }) {
  return (
    <div
      style={style}
      className={cx(className, 'grid content-start gap-3 rounded-card border border-line bg-paper p-4 text-ink')}
    >
      <p className="text-12 text-muted">{title}</p>
      {/* Nothing here does anything: it only shows the colour. */}
      <div className="flex flex-wrap items-center gap-2">
        <span className={buttonClass('primary', 'h-9 rounded-pill px-5')}>Get</span>
        <span className="inline-grid h-9 place-items-center rounded-pill bg-accent-soft px-4 text-15 font-medium text-accent-text">
          Update
        </span>
      </div>
      <p className="text-15">
        An honest review, <span className="text-accent-text underline underline-offset-2">with a link</span>
      </p>
      <p className="flex items-center gap-2 rounded-control bg-accent-soft px-3 py-2 text-13 text-accent-text">
        <Check className="size-4 shrink-0" aria-hidden="true" />
        Saved
      </p>
    </div>
  );
}
