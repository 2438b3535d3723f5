'use client';

import { CornerDownLeft, Search, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useNavigation } from '@/components/layout/navigation';
import { counted } from '@/components/ui/format';
import { useDismiss } from '@/components/ui/use-dismiss';
import { actionOf } from './combobox-keys';
import { clearSearches, dropSearch, keepSearch, readSearches } from './recent-searches';
import { SuggestionList } from './suggestion-list';
import { usePopular } from './use-popular';
import { type Suggestion, searchNamed, useSuggestions } from './use-suggestions';
import { useTypedAddress } from './use-typed-address';

const mostPopular = 5;

/** The store's search, an ARIA combobox: suggests apps and searches while one types, and leads to all results. */
export function SearchBox({ country }: { country: string }) {
  const { text, setText, isOnPage, setIsComposing, commit, flush, cancel } = useTypedAddress();
  const [isWanted, setIsWanted] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [recent, setRecent] = useState<string[]>([]);
  const area = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { go } = useNavigation();
  const isBlank = text.trim() === '';
  const popular = usePopular(isWanted && isBlank, mostPopular);
  const suggested = useSuggestions(text, country, isWanted);
  const isWaiting = !isBlank && suggested.isWaiting;
  const items: Suggestion[] = isBlank
    ? [...recent.map((one) => searchNamed('recent', one)), ...popular.map((one) => searchNamed('popular', one))]
    : suggested.items;
  const isOpen = isWanted && items.length > 0;
  const active = items.findIndex((item) => item.key === activeKey);
  const chosen = items[active];

  const open = () => {
    setRecent(readSearches());
    setIsWanted(true);
  };
  const close = useCallback(() => {
    setIsWanted(false);
    setActiveKey(null);
  }, []);
  useDismiss(area, isWanted, close);

  useEffect(() => {
    if (isOpen && active >= 0) document.getElementById(`${id}-list-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active, id]);

  const search = (words: string) => {
    close();
    keepSearch(words);
    if (isOnPage) return commit(words);
    cancel();
    go(`/search?q=${encodeURIComponent(words.toWellFormed())}`);
  };

  const choose = (item: Suggestion) => {
    if (item.kind !== 'app') {
      setText(item.text);
      return search(item.text);
    }
    close();
    cancel();
    go(`/apps/${item.app.slug}`);
  };

  const remove = (words: string) => {
    setRecent(dropSearch(words));
    setActiveKey(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, keyCode, nativeEvent } = event;
    // 229: Safari tells of the key that ends a composition after its end.
    const isComposing = nativeEvent.isComposing || keyCode === 229;
    const box = { isOpen, active, count: items.length, hasText: text !== '', canRemove: chosen?.kind === 'recent' };
    const action = actionOf({ key, altKey, ctrlKey, metaKey, isComposing }, box);
    if (action.kind === 'pass') return;
    if (action.kind === 'leave') {
      // The next stop is the button that forgets the searches.
      if (!isOpen || !isBlank || recent.length === 0 || event.shiftKey) close();
      return;
    }
    if (action.kind === 'text') return setActiveKey(null);
    event.preventDefault();
    if (action.kind === 'open') open();
    else if (action.kind === 'close') close();
    else if (action.kind === 'clear') setText('');
    else if (action.kind === 'remove' && chosen?.kind === 'recent') remove(chosen.text);
    else if (action.kind === 'choose' && chosen) choose(chosen);
    else if (action.kind === 'move') {
      if (!isWanted) open();
      setActiveKey(items[action.to]?.key ?? null);
    }
  };

  return (
    <search>
      <form
        ref={area}
        action="/search"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) search(text.trim());
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
          aria-activedescendant={isOpen && active >= 0 ? `${id}-list-${active}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setActiveKey(null);
            if (!isWanted || event.target.value.trim() === '') open();
          }}
          onFocus={() => isBlank && open()}
          onClick={() => isBlank && !isWanted && open()}
          onBlur={flush}
          onCompositionStart={() => setIsComposing(true)}
          onCompositionEnd={() => setIsComposing(false)}
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
          className="fixed inset-x-(--gutter) top-[4.25rem] z-40 max-h-[calc(100dvh-5.5rem)] overflow-y-auto overscroll-contain rounded-card border border-line bg-surface p-2 shadow-float sm:absolute sm:inset-x-auto sm:top-full sm:end-0 sm:mt-2 sm:w-96"
        >
          <SuggestionList
            id={`${id}-list`}
            query={text}
            items={items}
            isWaiting={isWaiting}
            active={active}
            onActive={(index) => setActiveKey(items[index]?.key ?? null)}
            onChoose={choose}
            onRemove={remove}
          />
          <div className="mt-1 border-t border-line px-2 pt-1">
            {isBlank ? (
              <button
                type="button"
                disabled={recent.length === 0}
                onClick={() => {
                  setRecent(clearSearches());
                  setActiveKey(null);
                  input.current?.focus();
                }}
                className="-mx-1 min-h-10 rounded-control px-1 text-13 font-medium text-accent-text hover:underline disabled:hidden"
              >
                Clear recent searches
              </button>
            ) : (
              <button
                type="submit"
                tabIndex={-1}
                onPointerDown={(event) => event.preventDefault()}
                className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-3 rounded-control p-2 text-start hover:bg-sunken"
              >
                <Search className="mx-1 size-4.5 shrink-0 text-muted" aria-hidden="true" />
                <span className="min-w-0 flex-1 wrap-anywhere">
                  Show everything for “<bdi>{text.trim()}</bdi>”
                </span>
                <CornerDownLeft className="size-4 shrink-0 text-muted max-sm:hidden" aria-hidden="true" />
              </button>
            )}
          </div>
        </div>
        <p role="status" className="sr-only">
          {isOpen ? spokenOf(items.length, isBlank && recent.length > 0) : ''}
        </p>
      </form>
    </search>
  );
}

const spokenOf = (count: number, hasRecent: boolean) =>
  `${counted(count, 'suggestion')}. Press the down arrow to go through them.${
    hasRecent ? ' Delete forgets a recent search.' : ''
  }`;
