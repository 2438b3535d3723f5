'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { cx } from './cx';
import { edgesText, useEdges } from './use-edges';

type Props = { label: string; header: ReactNode; children: ReactNode; className?: string };

/** A list that scrolls sideways and snaps; arrows appear where there is a fine pointer and more to see. */
export function Rail({ label, header, children, className }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const more = useEdges(list);

  const scroll = (direction: 1 | -1) => {
    const element = list.current;
    if (!element) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const onward = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    const distance = direction * onward * element.clientWidth * 0.8;
    element.scrollBy({ left: distance, behavior: isCalm ? 'auto' : 'smooth' });
  };

  return (
    <div>
      <div className="mb-4 flex items-end justify-between gap-4">
        {header}
        {more.start || more.end ? (
          <div className="hidden shrink-0 gap-1 sm:pointer-fine:flex print:hidden">
            <Arrow label={`Back in ${label}`} isIdle={!more.start} onClick={() => scroll(-1)}>
              <ChevronLeft className="size-5 rtl:rotate-180" aria-hidden="true" />
            </Arrow>
            <Arrow label={`More of ${label}`} isIdle={!more.end} onClick={() => scroll(1)}>
              <ChevronRight className="size-5 rtl:rotate-180" aria-hidden="true" />
            </Arrow>
          </div>
        ) : null}
      </div>
      <ul ref={list} aria-label={label} data-more={edgesText(more)} className={cx('rail', className)}>
        {children}
      </ul>
    </div>
  );
}

type ArrowProps = { label: string; isIdle: boolean; onClick: () => void; children: ReactNode };

/** At the end of its way no stop for Tab; whoever is on it by then stays there. */
function Arrow({ label, isIdle, onClick, children }: ArrowProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isIdle}
      tabIndex={isIdle ? -1 : undefined}
      onClick={onClick}
      className="grid size-9 place-items-center rounded-pill text-ink hover:bg-sunken aria-disabled:text-line-strong aria-disabled:hover:bg-transparent"
    >
      {children}
    </button>
  );
}
