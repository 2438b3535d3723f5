'use client';

import { Search, X } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { useNavigation } from '@/components/layout/navigation';
import { AppIcon } from '@/components/store/app-icon';
import { RatingLine } from '@/components/store/rating-line';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import { useDismiss } from '@/components/ui/use-dismiss';
import { type Suggestion, useSuggestions } from './use-suggestions';

/** The store's search, an ARIA combobox: suggests apps while one types, and leads to all results. */
export function SearchBox({ country }: { country: string }) {
  const pathname = usePathname();
  const query = useSearchParams().get('q') ?? '';
  const asked = pathname === '/search' ? query : '';
  const [seen, setSeen] = useState(asked);
  const [text, setText] = useState(asked);
  const [isWanted, setIsWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const area = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { go } = useNavigation();
  const items = useSuggestions(text, country, isWanted);
  const isOpen = isWanted && items.length > 0;

  if (seen !== asked) {
    setSeen(asked);
    setText(asked);
  }

  const close = useCallback(() => {
    setIsWanted(false);
    setActive(-1);
  }, []);
  useDismiss(area, isWanted, close);

  const search = (words: string) => {
    close();
    go(`/search?q=${encodeURIComponent(words.toWellFormed())}`);
  };

  const choose = (item: Suggestion) => {
    if (item.kind === 'query') return search(item.text);
    close();
    go(`/apps/${item.app.slug}`);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[active];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) setIsWanted(true);
      // One place more than there are items: back in the text.
      else setActive((at) => ((at + 1 + step + items.length + 1) % (items.length + 1)) - 1);
    } else if (event.key === 'Enter' && isOpen && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && !isOpen) setText('');
    else if (event.key === 'Tab') close();
  };

  return (
    <search>
      <form
        ref={area}
        action="/search"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) search(text.trim());
        }}
      >
        <Search
          className="pointer-events-none absolute top-1/2 start-3.5 size-4.5 -translate-y-1/2 text-muted"
          aria-hidden="true"
        />
        <input
          ref={input}
          name="q"
          value={text}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder="Search"
          role="combobox"
          aria-label="Search apps"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setIsWanted(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          className="h-11 w-full rounded-pill border border-line-strong bg-surface pe-10 ps-10.5 text-15 transition-colors hover:border-muted"
        />
        {text ? (
          <button
            type="button"
            aria-label="Clear the search"
            onClick={() => {
              setText('');
              close();
              input.current?.focus();
            }}
            className="absolute top-1/2 end-1.5 grid size-8 -translate-y-1/2 before:absolute before:-inset-1.5 place-items-center rounded-pill text-muted hover:bg-sunken hover:text-ink"
          >
            <X className="size-4" aria-hidden="true" />
          </button>
        ) : null}
        <div
          hidden={!isOpen}
          className="fixed inset-x-(--gutter) top-[4.25rem] z-40 rounded-card border border-line bg-surface p-2 shadow-float sm:absolute sm:inset-x-auto sm:top-full sm:end-0 sm:mt-2 sm:w-96"
        >
          <div id={`${id}-list`} role="listbox" aria-label="Suggestions">
            {items.map((item, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text; aria-activedescendant points here
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text's keys choose it
              <div
                key={item.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                onPointerDown={(event) => event.preventDefault()}
                onPointerEnter={() => setActive(index)}
                onClick={() => choose(item)}
                className={cx(
                  'flex cursor-pointer items-center gap-3 rounded-control p-2',
                  index === active && 'bg-sunken',
                )}
              >
                <SuggestionText item={item} />
              </div>
            ))}
          </div>
          <p className="mt-1 border-t border-line px-2 pt-2.5 pb-1 text-13 wrap-anywhere text-muted">
            Enter shows everything for “{text.trim()}”
          </p>
        </div>
        <p role="status" className="sr-only">
          {isOpen ? `${counted(items.length, 'suggestion')}. Press the down arrow to go through them.` : ''}
        </p>
      </form>
    </search>
  );
}

function SuggestionText({ item }: { item: Suggestion }) {
  if (item.kind === 'query') {
    return (
      <>
        <Search className="mx-3.5 size-5 shrink-0 text-muted" aria-hidden="true" />
        <span className="truncate">{item.text}</span>
      </>
    );
  }
  const { app } = item;
  return (
    <>
      <AppIcon app={app} size={48} />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-1 font-medium break-all">{app.name}</span>
        <span className="line-clamp-1 text-13 break-all text-muted">{app.subtitle}</span>
        <RatingLine rating={app.rating} />
      </span>
    </>
  );
}
