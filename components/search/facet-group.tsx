'use client';

import { useEffect, useId, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { formatCount } from '@/components/ui/format';
import { edgesText, useEdges } from '@/components/ui/use-edges';
import type { SearchValues } from './address';
import { type Facet, type FacetOption, usefulFirst } from './facets';

type Props = {
  facet: Facet;
  values: SearchValues;
  /** A line that scrolls sideways, or a grid in which nothing moves. */
  shape: 'line' | 'grid';
  className?: string;
  onChoose: (facet: Facet['name'], value: string) => void;
};

/** As wide as the faded edge of a line. */
const chosenGap = 12;

/** The choices of one facet, each with how many apps it leaves; without scripts a form. */
export function FacetGroup({ facet, values, shape, className, onChoose }: Props) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const more = useEdges(row);
  const isLine = shape === 'line';
  const { [facet.name]: _, ...kept } = values;
  const shown = isLine ? usefulFirst(facet.options) : facet.options;
  const order = shown.map(({ value }) => value).join();
  // In another order the line begins anew, with what is chosen in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what matters
  useEffect(() => {
    const line = row.current;
    if (!line || !isLine) return;
    line.scrollLeft = 0;
    const chosen = line.querySelector('[aria-pressed="true"]')?.getBoundingClientRect();
    const edges = line.getBoundingClientRect();
    if (chosen && chosen.right > edges.right) line.scrollLeft = chosen.right - edges.right + chosenGap;
    if (chosen && chosen.left < edges.left) line.scrollLeft = chosen.left - edges.left - chosenGap;
  }, [order, isLine]);
  // A line without anything to press could not be scrolled by the keyboard, and says nothing.
  if (isLine && facet.options.every(({ isIdle }) => isIdle)) return null;
  return (
    <form action="/search" className={className}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset
        aria-labelledby={id}
        className={isLine ? 'flex min-w-0 items-center gap-3' : 'grid min-w-0 grid-cols-1 gap-2'}
      >
        <span id={id} className={isLine ? 'w-16 shrink-0 text-13 text-muted' : 'text-13 font-medium text-muted'}>
          {facet.label}
        </span>
        <div
          ref={row}
          data-more={isLine ? edgesText(more) : undefined}
          className={
            isLine
              ? 'rail snap-none min-w-0 flex-1 gap-1.5 [--gutter:6px]'
              : 'grid grid-cols-1 gap-2 min-[22rem]:grid-cols-2'
          }
        >
          {shown.map((option) => (
            <Chip
              key={option.value}
              name={facet.name}
              option={option}
              isWhole={!isLine}
              className={isLine ? 'h-9 px-3' : 'min-h-11 justify-between px-3.5 py-1.5'}
              onChoose={(value) => onChoose(facet.name, value)}
            />
          ))}
        </div>
      </fieldset>
    </form>
  );
}

type ChipProps = {
  name: string;
  option: FacetOption;
  /** Wraps a long name instead of cutting it. */
  isWhole: boolean;
  className: string;
  onChoose: (value: string) => void;
};

function Chip({ name, option: { value, label, count, isOn, isIdle }, isWhole, className, onChoose }: ChipProps) {
  return (
    <button
      type="submit"
      name={name}
      value={isOn ? '' : value}
      aria-pressed={isOn}
      disabled={isIdle}
      onClick={(event) => {
        event.preventDefault();
        onChoose(isOn ? '' : value);
      }}
      className={cx(
        'relative inline-flex min-w-0 items-center gap-2 rounded-pill border text-start text-13 font-medium transition-colors disabled:cursor-default disabled:text-muted',
        isOn
          ? 'border-accent bg-accent-soft text-accent-text'
          : 'border-line bg-surface enabled:hover:border-line-strong disabled:border-dashed disabled:bg-transparent',
        className,
      )}
    >
      <span dir="auto" className={isWhole ? 'min-w-0 leading-tight wrap-anywhere' : 'truncate'}>
        {label}
      </span>
      <span className={cx('min-w-[2ch] text-end font-normal numerals', !isOn && 'text-muted')}>
        <span className="sr-only">, </span>
        {formatCount(count)}
        <span className="sr-only">{count === 1 ? ' app' : ' apps'}</span>
      </span>
    </button>
  );
}
