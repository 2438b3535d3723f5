'use client';

import { sentenceOf } from '@/lib/http/fetch-json';
import { buttonClass } from './button';
import { Notice } from './notice';
import { Ring } from './ring';
import type { usePages } from './use-pages';

type Props = {
  pages: Pick<ReturnType<typeof usePages>, 'items' | 'nextCursor' | 'isLoadingMore' | 'error'> & {
    loadMore: () => Promise<unknown>;
  };
  /** The list's own address without a cursor: those without scripts go on from there. */
  href: string;
  /** "apps": what there is more of. */
  noun: string;
};

function withCursor(href: string, cursor: string): string {
  const [address = '', fragment] = href.split('#');
  const next = `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
  return fragment === undefined ? next : `${next}#${fragment}`;
}

/** Brings the next page of a list: by script in place, without one as a link. */
export function ShowMore({ pages, href, noun }: Props) {
  const { items, nextCursor, isLoadingMore: isWorking, error, loadMore } = pages;
  return (
    <div className="mt-8 grid justify-items-center gap-3 print:hidden">
      {error ? <Notice tone="bad">{sentenceOf(error)}</Notice> : null}
      {nextCursor ? (
        <a
          href={withCursor(href, nextCursor)}
          aria-busy={isWorking}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            if (!isWorking) void loadMore();
          }}
          className={buttonClass('soft', 'h-11 min-w-44 rounded-pill')}
        >
          <span className={`col-start-1 row-start-1 ${isWorking ? 'opacity-0' : ''}`}>Show more {noun}</span>
          {isWorking ? <Ring className="col-start-1 row-start-1" /> : null}
        </a>
      ) : null}
      <p role="status" className="sr-only">
        {isWorking ? `Loading more ${noun}` : `Number of ${noun} shown: ${items.length}`}
      </p>
    </div>
  );
}
