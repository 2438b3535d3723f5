'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { Inbox, RefreshCw } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Ring } from '@/components/ui/ring';
import type { QueueItem } from '@/lib/moderation/schema';
import { QueueRow } from './queue-row';
import type { QueueState } from './use-queue';
import { refusalWords } from './words';

const rowPx = 84;
/** How many rows before the end the next page is asked for. */
const aheadRows = 25;

/** What the desk does with the list from outside: rows far away are not in the document. */
export type QueueHandle = { focusRow: (id: string) => void; focusList: () => void };

type Props = {
  ref: Ref<QueueHandle>;
  items: QueueItem[];
  state: QueueState;
  chosenId: string | null;
  now: number;
  hasMore: boolean;
  isLoading: boolean;
  isLoadingMore: boolean;
  error: unknown;
  hrefOf: (state: QueueState, id: string | null) => string;
  onOpen: (id: string) => void;
  onState: (state: QueueState) => void;
  onMore: () => void;
  onRefresh: () => void;
};

/** The queue: ten thousand rows scroll as easily as ten, for only those in sight are drawn. */
export function QueuePane(props: Props) {
  const { ref, items, state, chosenId, now, hasMore, isLoading, isLoadingMore, error } = props;
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
  const { onMore } = props;
  useEffect(() => {
    if (hasMore && !isLoadingMore && !error && lastSeen >= items.length - aheadRows) onMore();
  }, [hasMore, isLoadingMore, error, lastSeen, items.length, onMore]);

  // Whoever comes by a link sees where in the queue it stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: afterwards people scroll for themselves
  useEffect(() => {
    const index = items.findIndex(({ id }) => id === chosenId);
    if (index > 0) rows.scrollToIndex(index);
  }, []);

  useImperativeHandle(ref, () => ({
    focusRow: (id) => {
      const index = items.findIndex((item) => item.id === id);
      if (index < 0) return;
      rows.scrollToIndex(index);
      // The row is drawn in the next frame where it was out of sight.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          scroller.current?.querySelector<HTMLElement>(`[data-submission="${id}"]`)?.focus({ preventScroll: true }),
        ),
      );
    },
    focusList: () => scroller.current?.focus(),
  }));

  return (
    <>
      <div className="flex items-center gap-1 pb-2">
        <StateTab {...props} own="open" label="Waiting" />
        <StateTab {...props} own="decided" label="Decided" />
        <Button
          tone="plain"
          className="ms-auto size-11 px-0"
          aria-label="Read the queue again"
          onClick={props.onRefresh}
        >
          <RefreshCw className="size-4.5" aria-hidden="true" />
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div ref={scroller} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {isLoading ? (
          <div className="grid gap-2" aria-hidden="true">
            {[0, 1, 2, 3, 4, 5].map((row) => (
              <div key={row} className="skeleton h-19" />
            ))}
          </div>
        ) : items.length === 0 && !error ? (
          <EmptyState icon={Inbox} title={state === 'open' ? 'Nothing waits' : 'Nothing was decided yet'}>
            {state === 'open'
              ? 'Versions come here as soon as a developer hands them in.'
              : 'What was approved or rejected stands here, the latest first.'}
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
                  <QueueRow
                    item={item}
                    href={props.hrefOf(state, item.id)}
                    isChosen={item.id === chosenId}
                    now={now}
                    onOpen={props.onOpen}
                  />
                </li>
              ) : null;
            })}
          </ul>
        )}
        {isLoadingMore ? <Ring className="mx-auto my-4 grid" label="Reading on" /> : null}
        {error ? (
          <Notice tone="bad" className="my-3">
            {refusalWords(error)}{' '}
            <button type="button" className="min-h-11 font-medium underline" onClick={props.onRefresh}>
              Try again
            </button>
          </Notice>
        ) : null}
      </div>
    </>
  );
}

type TabProps = Pick<Props, 'state' | 'hrefOf' | 'onState'> & { own: QueueState; label: string };

function StateTab({ state, hrefOf, onState, own, label }: TabProps) {
  return (
    <a
      href={hrefOf(own, null)}
      aria-current={state === own ? 'true' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onState(own);
      }}
      className="flex h-11 items-center rounded-pill px-3.5 text-13 font-medium text-muted hover:text-ink aria-[current=true]:bg-sunken aria-[current=true]:text-ink"
    >
      {label}
    </a>
  );
}
