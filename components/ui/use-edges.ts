'use client';

import { type RefObject, useEffect, useState } from 'react';

/** On which sides a row that scrolls sideways has more to see, in either writing direction. */
export function useEdges(row: RefObject<HTMLElement | null>) {
  const [more, setMore] = useState({ start: false, end: false });

  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const scrolled = Math.abs(element.scrollLeft);
      const rest = element.scrollWidth - element.clientWidth - scrolled;
      setMore((before) => {
        const now = { start: scrolled > 4, end: rest > 4 };
        return before.start === now.start && before.end === now.end ? before : now;
      });
    };
    // Says the first size too, once the browser has worked it out for itself.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [row]);

  return more;
}

/** For `data-more` of the `rail` utility, which fades the edges that hide something. */
export const edgesText = ({ start, end }: { start: boolean; end: boolean }) =>
  [start && 'start', end && 'end'].filter(Boolean).join(' ') || undefined;
