'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import { useRef } from 'react';
import { searchSort } from '@/components/store/list-choices';
import { cx } from '@/components/ui/cx';
import { edgesText, useEdges } from '@/components/ui/use-edges';
import { hrefOf, type SearchValues, withFilter, withoutFilters } from './address';
import { commitAddress, replaceAddress } from './entries';
import type { activeFilters } from './facets';

type Props = {
  values: SearchValues;
  active: ReturnType<typeof activeFilters>;
  /** How many apps there are to sort and to narrow; null where nobody knows yet. */
  count: number | null;
  onOpenSheet: () => void;
};

const pill = 'inline-flex h-11 items-center gap-2 rounded-pill border px-4 text-13 font-medium transition-colors';
const plain = 'border-line bg-surface hover:border-line-strong';

/** One line whatever is chosen: the filters of small screens, the order, what is on and how to take it away. */
export function FilterBar({ values, active, count, onOpenSheet }: Props) {
  const row = useRef<HTMLElement>(null);
  const more = useEdges(row);
  const sort = searchSort(values.q !== undefined);
  const { sort: sorted = '', ...kept } = values;

  const leadTo = (next: SearchValues) => {
    commitAddress(hrefOf(next));
    // The button that was pressed is gone.
    row.current?.focus();
  };

  const hasSort = count === null || count > 1;
  if (count === 0 && active.length === 0) return null;
  return (
    <div className={cx('mt-4 mb-3', !hasSort && active.length === 0 && 'lg:hidden')}>
      <section
        ref={row}
        tabIndex={-1}
        aria-label="Sort and filters"
        data-more={edgesText(more)}
        className="rail snap-none gap-2 outline-none print:hidden"
      >
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={onOpenSheet}
          className={`${pill} ${active.length > 0 ? 'border-accent bg-accent-soft text-accent-text' : plain} lg:hidden no-script:hidden`}
        >
          <SlidersHorizontal className="size-4" aria-hidden="true" />
          Filters{active.length > 0 ? ` (${active.length})` : ''}
        </button>
        {hasSort ? (
          <form action="/search" className="flex gap-2">
            {Object.entries(kept).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <select
              name="sort"
              aria-label={sort.label}
              value={sorted === 'relevance' ? '' : sorted}
              onChange={({ target }) =>
                replaceAddress(hrefOf({ ...kept, ...(target.value && { sort: target.value }) }))
              }
              className={`select-arrow h-11 max-w-64 rounded-pill border pe-8 ps-4 text-13 font-medium transition-colors ${plain}`}
            >
              {sort.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <noscript>
              <button type="submit" className="h-11 rounded-pill bg-sunken px-4 text-13 font-medium">
                Apply
              </button>
            </noscript>
          </form>
        ) : null}
        {active.map(({ name, label, isChoice }) => (
          <button
            key={name}
            type="button"
            aria-label={`Remove the filter ${label}`}
            onClick={() => leadTo(withFilter(values, name, ''))}
            className={cx(
              pill,
              'border-accent bg-accent-soft text-accent-text hover:bg-accent-soft-hover no-script:hidden',
              // Wide windows show the choices themselves.
              isChoice && 'lg:hidden',
            )}
          >
            <span dir="auto" className="max-w-48 truncate">
              {label}
            </span>
            <X className="size-4" aria-hidden="true" />
          </button>
        ))}
        {active.length > 0 ? (
          <button
            type="button"
            onClick={() => leadTo(withoutFilters(values))}
            className="h-11 rounded-pill px-3 text-13 font-medium text-accent-text transition-colors hover:bg-accent-soft no-script:hidden"
          >
            Clear all
          </button>
        ) : null}
      </section>
    </div>
  );
}
