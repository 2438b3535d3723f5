'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useNavigation } from '@/components/layout/navigation';
import { AppIcon } from '@/components/store/app-icon';
import { RatingLine } from '@/components/store/rating-line';
import { counted } from '@/components/ui/format';
import { fetchJson } from '@/lib/http/fetch-json';
import type { Suggestions } from '@/lib/search/schema';

const debounceMs = 120;

type Item = { kind: 'app'; app: Suggestions['apps'][number] } | { kind: 'query'; text: string };

const textOf = (item: Item) => (item.kind === 'app' ? item.app.name : item.text);
const keyOf = (item: Item) => (item.kind === 'app' ? item.app.id : `query:${item.text}`);

/** The store's search: suggests apps while one types, and leads to all results. */
export function SearchBox({ country }: { country: string }) {
  const pathname = usePathname();
  const query = useSearchParams().get('q') ?? '';
  const asked = pathname === '/search' ? query : '';
  const [seen, setSeen] = useState(asked);
  const [text, setText] = useState(asked);
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { go } = useNavigation();
  const suggestions = useSuggestions(text, country, isOpen);

  if (seen !== asked) {
    setSeen(asked);
    setText(asked);
  }

  const items: Item[] = [
    ...(suggestions?.apps ?? []).map((app) => ({ kind: 'app', app }) as const),
    ...(suggestions?.queries ?? []).map((found) => ({ kind: 'query', text: found }) as const),
  ];

  const search = (words: string) => {
    setIsOpen(false);
    input.current?.blur();
    go(`/search?q=${encodeURIComponent(words)}`, { isReplaced: pathname === '/search' });
  };

  return (
    <search>
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) search(text.trim());
        }}
      >
        <Autocomplete.Root
          items={items}
          filter={null}
          mode="none"
          value={text}
          onValueChange={(value, details) => details.reason !== 'item-press' && setText(value)}
          open={isOpen && text.trim() !== '' && items.length > 0}
          onOpenChange={setIsOpen}
          itemToStringValue={textOf}
        >
          <div className="relative">
            {/* A form with more than one field is only sent by Enter when it has a button for it. */}
            <button
              type="submit"
              tabIndex={-1}
              aria-label="Search"
              className="absolute top-1/2 left-1.5 z-10 grid size-8 -translate-y-1/2 place-items-center rounded-pill text-muted"
            >
              <Search className="size-4.5" aria-hidden="true" />
            </button>
            <Autocomplete.Input
              ref={input}
              name="q"
              maxLength={200}
              autoComplete="off"
              enterKeyHint="search"
              aria-label="Search apps"
              placeholder="Search"
              className="h-11 w-full rounded-pill border border-line-strong bg-surface pr-10 pl-10.5 text-15 transition-colors hover:border-muted"
            />
            {text ? (
              <button
                type="button"
                aria-label="Clear the search"
                onClick={() => {
                  setText('');
                  input.current?.focus();
                }}
                className="absolute top-1/2 right-1.5 grid size-8 -translate-y-1/2 place-items-center rounded-pill text-muted hover:bg-sunken hover:text-ink"
              >
                <X className="size-4" aria-hidden="true" />
              </button>
            ) : null}
          </div>
          <Autocomplete.Portal>
            <Autocomplete.Positioner sideOffset={8} align="end" className="z-40 outline-none">
              <Autocomplete.Popup className="max-h-(--available-height) w-[max(var(--anchor-width),min(24rem,100vw-2rem))] max-w-(--available-width) overflow-y-auto rounded-card border border-line bg-surface p-2 text-ink shadow-float">
                <Autocomplete.Status className="sr-only">
                  {items.length > 0
                    ? `${counted(items.length, 'suggestion')}. Press the down arrow to go through them.`
                    : ''}
                </Autocomplete.Status>
                <Autocomplete.List className="outline-none">
                  {(item: Item) => (
                    <Autocomplete.Item
                      key={keyOf(item)}
                      value={item}
                      onClick={() => {
                        if (item.kind === 'query') return search(item.text);
                        setIsOpen(false);
                        go(`/apps/${item.app.slug}`);
                      }}
                      className="flex cursor-pointer items-center gap-3 rounded-control p-2 outline-none select-none data-highlighted:bg-sunken"
                    >
                      {item.kind === 'app' ? <SuggestedApp app={item.app} /> : <SuggestedQuery text={item.text} />}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
                <p className="mt-1 border-t border-line px-2 pt-2.5 pb-1 text-13 text-muted" aria-hidden="true">
                  Enter shows everything for “{text.trim()}”
                </p>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
      </form>
    </search>
  );
}

function useSuggestions(text: string, country: string, isOpen: boolean): Suggestions | undefined {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text.trim().slice(0, 100)), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    queryKey: ['suggest', typed, country],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: typed, country });
      return (await fetchJson<Suggestions>(`/api/v1/search/suggest?${query}`, { signal })).body;
    },
    enabled: isOpen && typed !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  return typed === '' ? undefined : data;
}

function SuggestedApp({ app }: { app: Suggestions['apps'][number] }) {
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

function SuggestedQuery({ text }: { text: string }) {
  return (
    <>
      <Search className="mx-3.5 size-5 shrink-0 text-muted" aria-hidden="true" />
      <span className="truncate">{text}</span>
    </>
  );
}
