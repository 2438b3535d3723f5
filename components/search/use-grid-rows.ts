'use client';

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { keepSizes, keepTop, nameEntry, recallPlace } from './entries';

type Options = {
  list: RefObject<HTMLElement | null>;
  count: number;
  /** Changes when another list is shown in this one's place. */
  listKey: string;
};

/** The breakpoints of the list's grid. */
const widths = ['(width >= 40rem)', '(width >= 75rem)'];
const rowPx = 89;
/** As long as there are no more, all are in the document: one can search in the page. */
const mostWhole = 90;

function subscribe(listener: () => void): () => void {
  const queries = widths.map((width) => matchMedia(width));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
const columnsNow = () => 1 + widths.filter((width) => matchMedia(width).matches).length;
const unknown = () => 0;

const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Which rows of a grid of 1, 2 or 3 columns are in the document when the window scrolls over it; `columns` is 0 on the
 * server, which writes them all. The list of an entry of the history comes back as long, and as far down, as it was.
 */
export function useGridRows({ list, count, listKey }: Options) {
  const columns = useSyncExternalStore(subscribe, columnsNow, unknown);
  const [place] = useState(recallPlace);
  const [scrollMargin, setScrollMargin] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const focusedRow = focused === null || columns === 0 ? null : Math.floor(focused / columns);
  const isWhole = count <= mostWhole;

  const rangeExtractor = useCallback(
    (range: Range) => {
      if (isWhole) return Array.from({ length: range.count }, (_, index) => index);
      const indexes = defaultRangeExtractor(range);
      // What has the focus stays, or the keyboard would lose its place.
      if (focusedRow === null || focusedRow >= range.count || indexes.includes(focusedRow)) return indexes;
      return [...indexes, focusedRow].sort((a, b) => a - b);
    },
    [isWhole, focusedRow],
  );

  const rows = useWindowVirtualizer({
    enabled: columns > 0,
    count: columns === 0 ? 0 : Math.ceil(count / columns),
    estimateSize: () => rowPx,
    overscan: 8,
    scrollMargin,
    rangeExtractor,
    // Until the window is measured, or what the server wrote would go and come again.
    initialRect: { width: 1200, height: 1400 },
    initialOffset: () => place?.top ?? window.scrollY,
    initialMeasurementsCache: place?.sizes?.columns === columns ? place.sizes.rows : [],
  });

  useBrowserLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setScrollMargin(element.getBoundingClientRect().top + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);

  // Rows have other apps in them now; those that stayed in the document have not told of it.
  const measured = useRef('');
  useBrowserLayoutEffect(() => {
    const before = measured.current;
    measured.current = `${columns} ${listKey}`;
    if (before === '' || before === measured.current || columns === 0) return;
    rows.measure();
    for (const row of list.current?.querySelectorAll('[data-begins-row]') ?? [])
      rows.measureElement(row as HTMLElement);
  }, [columns, listKey, list, rows]);

  const isMounted = useRef(false);
  useBrowserLayoutEffect(() => {
    const name = nameEntry();
    const kept = recallPlace();
    const isPast = (list.current?.getBoundingClientRect().top ?? 0) < 0;
    if (kept) window.scrollTo(0, kept.top);
    else if (isMounted.current && isPast) window.scrollTo(0, 0);
    isMounted.current = true;
    const onScroll = () => keepTop(name, window.scrollY);
    onScroll();
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [listKey, list]);

  useBrowserLayoutEffect(() => {
    const name = nameEntry();
    return () => keepSizes(name, { columns, rows: rows.takeSnapshot() });
  }, [rows, columns, listKey]);

  return { rows, columns, onFocus: setFocused };
}
