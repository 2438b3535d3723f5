'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { AppRow } from '@/components/store/app-row';
import { ShowMore } from '@/components/ui/show-more';
import { useGridRows } from './use-grid-rows';
import type { Results } from './use-results';

type Props = {
  results: Pick<Results, 'items' | 'pageCount' | 'nextCursor' | 'isLoadingMore' | 'error' | 'loadMore'>;
  listKey: string;
  query: string;
  /** How many there are in all, or null where nobody knows. */
  total: number | null;
  /** False where the list begins in the middle. */
  isFromStart: boolean;
  owned: ReadonlySet<string>;
  /** This page's own address without a cursor. */
  href: string;
};

/** After so many pages the list waits for its button, so that the page's foot can be reached. */
const pagesInARow = 5;
const rowsAhead = 5;

/** Apps in a grid, of which only those in sight are in the document; the next page comes when the end is near. */
export function ResultsList({ results, listKey, query, total, isFromStart, owned, href }: Props) {
  const { items, pageCount, nextCursor, isLoadingMore, error, loadMore } = results;
  const list = useRef<HTMLUListElement>(null);
  const { rows, columns, onFocus } = useGridRows({ list, count: items.length, listKey });

  const virtual = rows.getVirtualItems();
  const lastSeen = rows.range?.endIndex ?? 0;
  const isNearEnd = columns > 0 && (lastSeen + 1 + rowsAhead) * columns >= items.length;
  const isScrolled = (rows.scrollOffset ?? 0) > 0;
  const mayLoad = nextCursor !== null && pageCount % pagesInARow !== 0 && !isLoadingMore && !error;
  useEffect(() => {
    if (isNearEnd && isScrolled && mayLoad) void loadMore();
  }, [isNearEnd, isScrolled, mayLoad, loadMore]);

  const cell = (position: number, row?: number): ReactNode => {
    const app = items[position];
    if (!app) return null;
    const beginsRow = row !== undefined && position === row * columns;
    return (
      <li
        key={app.id}
        ref={beginsRow ? rows.measureElement : undefined}
        data-index={row}
        data-begins-row={beginsRow ? '' : undefined}
        data-position={position}
        aria-setsize={isFromStart ? (total === null ? -1 : Math.max(total, items.length)) : undefined}
        aria-posinset={isFromStart ? position + 1 : undefined}
      >
        <AppRow as="div" app={app} isOwned={owned.has(app.id)} query={query} className="h-full border-b border-line" />
      </li>
    );
  };

  const content: ReactNode[] = [];
  if (columns === 0) content.push(...items.map((_, position) => cell(position)));
  else {
    let end = rows.options.scrollMargin;
    const gap = (px: number, name: string | number) => {
      if (px > 0.5)
        content.push(<li key={`gap ${name}`} aria-hidden="true" className="col-span-full" style={{ height: px }} />);
    };
    for (const row of virtual) {
      gap(row.start - end, row.index);
      for (let column = 0; column < columns; column += 1) content.push(cell(row.index * columns + column, row.index));
      end = row.end;
    }
    gap(rows.options.scrollMargin + rows.getTotalSize() - end, 'end');
  }

  return (
    <>
      <ul
        ref={list}
        aria-label="Results"
        onFocus={({ target }) => {
          const position = target.closest<HTMLElement>('[data-position]')?.dataset.position;
          if (position !== undefined) onFocus(Number(position));
        }}
        onBlur={() => onFocus(null)}
        className="grid grid-cols-1 gap-x-10 [overflow-anchor:none] sm:grid-cols-2 xl:grid-cols-3"
      >
        {content}
      </ul>
      <ShowMore pages={results} href={href} noun="apps" />
    </>
  );
}
