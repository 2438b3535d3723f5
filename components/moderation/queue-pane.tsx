'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { Inbox, RefreshCw } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Ring } from '@/components/ui/ring';
import { openHere } from './queue-link';
import { refusalWords } from './words';

/** How many rows before the end the next page is asked for. */
const aheadRows = 25;

/** What the desk does with the list from outside: rows far away are not in the document. */
export type QueueHandle = { focusRow: (id: string) => void; focusList: () => void };

/** The part of use-queue.ts that is drawn. */
export type QueueView<T> = {
  items: T[];
  hasMore: boolean;
  isLoading: boolean;
  isLoadingMore: boolean;
  error: unknown;
  loadMore: () => void;
  refresh: () => void;
};

type Props<T, S extends string> = {
  ref: Ref<QueueHandle>;
  queue: QueueView<T>;
  /** The lists there are, and which one this is. */
  tabs: readonly { state: S; label: string }[];
  state: S;
  chosenId: string | null;
  rowPx: number;
  renderRow: (item: T) => ReactNode;
  /** What stands in the place of a list without rows. */
  empty: { title: string; text: string };
  /** News of the list, above it. */
  news?: ReactNode;
  hrefOf: (state: S) => string;
  onState: (state: S) => void;
};

/** The queue: ten thousand rows scroll as easily as ten, for only those in sight are drawn. */
export function QueuePane<T extends { id: string }, S extends string>(props: Props<T, S>) {
  const { ref, chosenId, rowPx } = props;
  const { items, hasMore, isLoading, isLoadingMore, error, loadMore, refresh } = props.queue;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => items[index]?.id ?? index,
    initialRect: { width: 320, height: 720 },
    overscan: 8,
  });
  const inSight = rows.getVirtualItems();
  const lastSeen = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && !error && lastSeen >= items.length - aheadRows) loadMore();
  }, [hasMore, isLoadingMore, error, lastSeen, items.length, loadMore]);

  // Whoever comes by a link sees where in the queue it stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: afterwards people scroll for themselves
  useEffect(() => {
    const index = items.findIndex(({ id }) => id === chosenId);
    if (index > 0) rows.scrollToIndex(index);
  }, []);

  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  const scrollTo = (id: string) => {
    const index = latest.current.findIndex((item) => item.id === id);
    if (index >= 0) rows.scrollToIndex(index);
    return index >= 0;
  };
  const focus = (id: string) =>
    scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus({ preventScroll: true });
  useImperativeHandle(ref, () => ({
    focusRow: (id) => {
      const isListed = scrollTo(id);
      // What comes back is in the list with the next frame, and drawn with the one after it where it was out of sight.
      requestAnimationFrame(() => {
        if (isListed || scrollTo(id)) requestAnimationFrame(() => focus(id));
      });
    },
    focusList: () => scroller.current?.focus(),
  }));

  return (
    <>
      <div className="flex items-center gap-1 pb-2">
        {props.tabs.map((tab) => (
          <StateTab
            key={tab.state}
            label={tab.label}
            href={props.hrefOf(tab.state)}
            isHere={tab.state === props.state}
            onOpen={() => props.onState(tab.state)}
          />
        ))}
        <Button tone="plain" className="ms-auto size-11 px-0" aria-label="Read the queue again" onClick={refresh}>
          <RefreshCw className="size-4.5" aria-hidden="true" />
        </Button>
      </div>
      {props.news}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div ref={scroller} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {isLoading ? (
          <div className="grid gap-2" aria-hidden="true">
            {[0, 1, 2, 3, 4, 5].map((row) => (
              <div key={row} className="skeleton h-19" />
            ))}
          </div>
        ) : items.length === 0 && !error ? (
          <EmptyState icon={Inbox} title={props.empty.title}>
            {props.empty.text}
          </EmptyState>
        ) : (
          <ul className="relative" style={{ height: rows.getTotalSize() }}>
            {inSight.map((row) => {
              const item = items[row.index];
              return item ? (
                <li
                  key={row.key}
                  aria-setsize={hasMore ? -1 : items.length}
                  aria-posinset={row.index + 1}
                  className="absolute inset-x-0 top-0 border-b border-line py-0.5"
                  style={{ height: row.size, transform: `translateY(${row.start}px)` }}
                >
                  {props.renderRow(item)}
                </li>
              ) : null;
            })}
          </ul>
        )}
        {isLoadingMore ? <Ring className="mx-auto my-4 grid" label="Reading on" /> : null}
        {error ? (
          <Notice tone="bad" className="my-3">
            {refusalWords(error)}{' '}
            <button type="button" className="min-h-11 font-medium underline" onClick={refresh}>
              Try again
            </button>
          </Notice>
        ) : null}
      </div>
    </>
  );
}

type TabProps = { label: string; href: string; isHere: boolean; onOpen: () => void };

function StateTab({ label, href, isHere, onOpen }: TabProps) {
  return (
    <a
      href={href}
      aria-current={isHere ? 'true' : undefined}
      onClick={openHere(onOpen)}
      className="flex h-11 items-center rounded-pill px-3 text-13 font-medium text-muted hover:text-ink aria-[current=true]:bg-sunken aria-[current=true]:text-ink"
    >
      {label}
    </a>
  );
}
