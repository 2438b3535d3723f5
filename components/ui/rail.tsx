'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from './cx';

type Props = { label: string; header: ReactNode; children: ReactNode; className?: string };

/** A list that scrolls sideways and snaps; arrows appear where there is a fine pointer and more to see. */
export function Rail({ label, header, children, className }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [more, setMore] = useState({ start: false, end: false });

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const rest = element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft);
      setMore({ start: Math.abs(element.scrollLeft) > 4, end: rest > 4 });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);

  const scroll = (direction: 1 | -1) => {
    const element = list.current;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollBy({ left: direction * element.clientWidth * 0.8, behavior: isCalm ? 'auto' : 'smooth' });
  };

  return (
    <div>
      <div className="mb-4 flex items-end justify-between gap-4">
        {header}
        {more.start || more.end ? (
          <div className="hidden shrink-0 gap-1 sm:pointer-fine:flex">
            <Arrow label={`Back in ${label}`} isDisabled={!more.start} onClick={() => scroll(-1)}>
              <ChevronLeft className="size-5 rtl:rotate-180" aria-hidden="true" />
            </Arrow>
            <Arrow label={`More of ${label}`} isDisabled={!more.end} onClick={() => scroll(1)}>
              <ChevronRight className="size-5 rtl:rotate-180" aria-hidden="true" />
            </Arrow>
          </div>
        ) : null}
      </div>
      <ul
        ref={list}
        aria-label={label}
        data-more={[more.start && 'start', more.end && 'end'].filter(Boolean).join(' ') || undefined}
        className={cx('rail', className)}
      >
        {children}
      </ul>
    </div>
  );
}

type ArrowProps = { label: string; isDisabled: boolean; onClick: () => void; children: ReactNode };

function Arrow({ label, isDisabled, onClick, children }: ArrowProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isDisabled}
      onClick={onClick}
      className="grid size-9 place-items-center rounded-pill text-ink hover:bg-sunken aria-disabled:text-line-strong aria-disabled:hover:bg-transparent"
    >
      {children}
    </button>
  );
}
