'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigation } from '@/components/layout/navigation';

const filters = [
  { value: '', label: 'All' },
  { value: 'updates', label: 'Updates' },
  { value: 'never_downloaded', label: 'Not downloaded yet' },
];

const debounceMs = 200;

/** Search and filter of my library; both live in the address. */
export function LibraryControls({ q, filter }: { q: string; filter: string }) {
  const { go } = useNavigation();
  const [text, setText] = useState(q);
  const sent = useRef(q);

  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      go(addressOf(text.trim(), filter), { isReplaced: true });
    }, debounceMs);
    return () => clearTimeout(timer);
  }, [text, filter, go]);

  return (
    <search>
      <form
        action="/library"
        className="flex flex-wrap items-center gap-3"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="relative w-full sm:w-72">
          <Search
            className="pointer-events-none absolute top-1/2 start-3.5 size-4.5 -translate-y-1/2 text-muted"
            aria-hidden="true"
          />
          <input
            type="search"
            name="q"
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.target.value)}
            aria-label="Search your library"
            placeholder="Search your library"
            className="h-11 w-full rounded-pill border border-line-strong bg-surface pe-4 ps-10.5 text-15 hover:border-muted"
          />
        </div>
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">Show</legend>
          {filters.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              aria-pressed={filter === value}
              onClick={() => go(addressOf(text.trim(), value), { isReplaced: true })}
              className="h-10 rounded-pill px-4 text-13 font-medium text-muted transition-colors hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
            >
              {label}
            </button>
          ))}
        </fieldset>
      </form>
    </search>
  );
}

function addressOf(q: string, filter: string): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(filter ? { filter } : {}) }).toString();
  return query ? `/library?${query}` : '/library';
}
