'use client';

import { sentenceOf } from '@/lib/http/fetch-json';
import { buttonClass } from './button';
import { Notice } from './notice';
import { Ring } from './ring';

type Props = {
  /** Where the next page is for those without scripts. */
  href: string | null;
  /** "apps": what there is more of. */
  noun: string;
  shown: number;
  isWorking: boolean;
  error: unknown;
  onMore: () => void;
};

/** Brings the next page of a list: by script in place, without one as a link. */
export function ShowMore({ href, noun, shown, isWorking, error, onMore }: Props) {
  return (
    <div className="mt-8 grid justify-items-center gap-3">
      {error ? <Notice tone="bad">{sentenceOf(error)}</Notice> : null}
      {href ? (
        <a
          href={href}
          aria-busy={isWorking}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            if (!isWorking) onMore();
          }}
          className={buttonClass('soft', 'h-11 min-w-44 rounded-pill')}
        >
          <span className={`col-start-1 row-start-1 ${isWorking ? 'opacity-0' : ''}`}>Show more {noun}</span>
          {isWorking ? <Ring className="col-start-1 row-start-1" /> : null}
        </a>
      ) : null}
      <p role="status" className="sr-only">
        {isWorking ? `Loading more ${noun}` : `${shown} ${noun} shown`}
      </p>
    </div>
  );
}
