'use client';

import type { MouseEvent, ReactNode } from 'react';
import { hrefOf, type SearchValues } from './address';
import { commitAddress } from './entries';

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

type Props = { values: SearchValues; className?: string; children: ReactNode };

/** Leads from the search page to another search on it, without loading the page anew. */
export function SearchLink({ values, className, children }: Props) {
  const href = hrefOf(values);
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        commitAddress(href);
        window.scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}

/** Searches as a line of pills. */
export function SearchPills({ searches }: { searches: string[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {searches.map((words) => (
        <li key={words} className="max-w-full">
          <SearchLink
            values={{ q: words }}
            className="inline-flex h-11 max-w-full items-center rounded-pill border border-line bg-surface px-4 text-15 transition-colors hover:border-line-strong"
          >
            <bdi className="truncate">{words}</bdi>
          </SearchLink>
        </li>
      ))}
    </ul>
  );
}
