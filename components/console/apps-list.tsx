'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Chip } from '@/components/ops/chip';
import { AppIcon } from '@/components/store/app-icon';
import { RatingLine } from '@/components/store/rating-line';
import { cx } from '@/components/ui/cx';
import { formatCompact, formatCount, formatDate, platformNames } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { usePages } from '@/components/ui/use-pages';
import { sentenceOf } from '@/lib/http/fetch-json';
import { stateNames } from '@/lib/publishing/rules';
import type { ConsoleApp } from '@/lib/publishing/schema';
import { stateTones, statusTones, statusWords } from './words';

type Props = {
  apps: ConsoleApp[];
  hasMore: boolean;
  pages: Pick<ReturnType<typeof usePages>, 'loadMore' | 'isLoadingMore' | 'error'>;
};

const columns = 'lg:grid lg:grid-cols-[minmax(0,1fr)_11rem_8rem_7rem_6rem] lg:items-center lg:gap-5';
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Rows of apps, of which only those in sight are in the document. More are fetched when the end comes near. */
export function AppsList({ apps, hasMore, pages: { loadMore, isLoadingMore, error } }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useBrowserLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setScrollMargin(element.getBoundingClientRect().top + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const rows = useWindowVirtualizer({
    count: apps.length,
    estimateSize: () => 88,
    overscan: 8,
    scrollMargin,
    getItemKey: (index) => apps[index]?.id ?? index,
    // What the server writes: enough for any first screen.
    initialRect: { width: 1200, height: 1400 },
    initialOffset: 0,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = hasMore && last >= apps.length - 15;
  useEffect(() => {
    if (isNearEnd && !isLoadingMore && !error) void loadMore();
  }, [isNearEnd, isLoadingMore, error, loadMore]);

  return (
    <>
      <div
        aria-hidden="true"
        className={`hidden border-b border-line py-2.5 text-13 font-medium text-muted ${columns}`}
      >
        <span className="ps-16">App</span>
        <span>On its way</span>
        <span>In the store</span>
        <span>Rating</span>
        <span className="text-end">Downloads</span>
      </div>
      <ul ref={list} aria-label="Apps" className="relative" style={{ height: rows.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const app = apps[index];
          if (!app) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={hasMore ? -1 : apps.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
            >
              <Row app={app} />
            </li>
          );
        })}
      </ul>
      <div className="min-h-12 py-3">
        {error ? (
          <Notice tone="bad">
            {sentenceOf(error)}{' '}
            <button type="button" className="min-h-11 font-medium underline" onClick={() => loadMore()}>
              Try again
            </button>
          </Notice>
        ) : (
          <p role="status" className="text-center text-13 text-muted">
            {isLoadingMore ? 'Loading more apps…' : ''}
          </p>
        )}
      </div>
    </>
  );
}

function Row({ app }: { app: ConsoleApp }) {
  const { inFlight, released, status } = app;
  return (
    <article className={`relative min-h-22 border-b border-line py-3 transition-colors hover:bg-quiet ${columns}`}>
      <div className="flex min-w-0 items-center gap-4">
        <AppIcon app={app} size={48} />
        <div className="min-w-0">
          <h2 className="truncate text-15 font-semibold" dir="auto">
            <Link href={`/console/apps/${app.id}`} className="covering rounded-control">
              {app.name || 'No name yet'}
            </Link>
          </h2>
          <p className="truncate font-mono text-13 text-muted">{app.bundleId}</p>
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 ps-16 text-13 text-muted lg:contents">
        <p className={cx('justify-items-start gap-1', inFlight ? 'grid' : 'hidden lg:grid')}>
          {inFlight ? (
            <>
              <Chip tone={stateTones[inFlight.state]}>{stateNames[inFlight.state]}</Chip>
              <span>
                <bdi>{inFlight.version}</bdi> for {platformNames[inFlight.platform] ?? inFlight.platform}
              </span>
            </>
          ) : (
            <span>Nothing</span>
          )}
        </p>
        <p className="grid justify-items-start gap-1">
          <Chip tone={statusTones[status]}>{statusWords[status]}</Chip>
          {released ? (
            <span title={formatDate(released.releasedAt)}>
              <span className="sr-only">Released version </span>
              <bdi>{released.version}</bdi>
            </span>
          ) : null}
        </p>
        <p>
          <RatingLine rating={app.rating} />
        </p>
        <p className="numerals lg:text-end" title={formatCount(app.downloads)}>
          {formatCompact(app.downloads)}
          <span className="lg:sr-only"> downloads</span>
        </p>
      </div>
    </article>
  );
}
