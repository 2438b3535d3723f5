'use client';

import { Clock, Search, TrendingUp, X } from 'lucide-react';
import { AppIcon } from '@/components/store/app-icon';
import { RatingLine } from '@/components/store/rating-line';
import { cx } from '@/components/ui/cx';
import { highlight } from './highlight';
import { Marked } from './marked';
import type { Suggestion } from './use-suggestions';

type Props = {
  /** What was typed: it stands out in what is suggested. */
  query: string;
  /** Of the listbox; each option has its place in the list behind it. */
  id: string;
  items: Suggestion[];
  active: number;
  /** Whether newer ones are on their way. */
  isWaiting: boolean;
  onActive: (index: number) => void;
  onChoose: (item: Suggestion) => void;
  onRemove: (text: string) => void;
};

const titles: Record<Suggestion['kind'], string> = {
  app: 'Apps',
  query: 'Searches',
  recent: 'Recent searches',
  popular: 'Popular searches',
};

/** The options of the search box, by kind. The focus stays in the text, which points to one of them. */
export function SuggestionList({ id, query, items, active, isWaiting, onActive, onChoose, onRemove }: Props) {
  const kinds = [...new Set(items.map((item) => item.kind))];
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className={cx('transition-opacity', isWaiting && 'opacity-50 delay-200')}
    >
      {kinds.map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <div
            id={`${id}-${kind}`}
            role="presentation"
            className="px-2 pt-2 pb-1 text-12 font-medium text-muted select-none"
          >
            {titles[kind]}
          </div>
          {items.map((item, index) =>
            item.kind === kind ? (
              <div key={item.key} role="presentation" className="relative">
                {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text; aria-activedescendant points here */}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text's keys choose it */}
                <div
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  aria-keyshortcuts={kind === 'recent' ? 'Delete' : undefined}
                  onPointerDown={(event) => event.preventDefault()}
                  onPointerMove={() => index !== active && onActive(index)}
                  onClick={() => onChoose(item)}
                  className={cx(
                    'flex cursor-pointer items-center gap-3 rounded-control p-2',
                    kind !== 'app' && 'min-h-11',
                    kind === 'recent' && 'pe-12',
                    index === active && 'bg-sunken',
                  )}
                >
                  <SuggestionText item={item} query={query} />
                </div>
                {item.kind === 'recent' ? <Remove onRemove={() => onRemove(item.text)} /> : null}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

/** For pointers; keys have Delete, and an option may hold no button of its own. */
function Remove({ onRemove }: { onRemove: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title="Remove"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRemove}
      className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-control text-muted hover:text-ink"
    >
      <X className="size-4" />
    </button>
  );
}

const icons = { query: Search, recent: Clock, popular: TrendingUp };

function SuggestionText({ item, query }: { item: Suggestion; query: string }) {
  if (item.kind !== 'app') {
    const Icon = icons[item.kind];
    return (
      <>
        <Icon className="mx-1 size-4.5 shrink-0 text-muted" aria-hidden="true" />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {item.text}
        </span>
      </>
    );
  }
  const { app } = item;
  return (
    <>
      <AppIcon app={app} size={48} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="line-clamp-1 font-medium break-all">
          <Marked text={app.name} query={query} />
        </span>
        <span dir="auto" className="line-clamp-1 text-13 break-all text-muted">
          <Marked text={secondLine(app, query)} query={query} />
        </span>
        <RatingLine rating={app.rating} />
      </span>
    </>
  );
}

const matches = (text: string, query: string) => highlight(text, query).some(({ isMatch }) => isMatch);

/** The subtitle, or the developer where that is what was typed. */
export const secondLine = (
  { subtitle, developer }: { subtitle: string; developer: { name: string } },
  query: string,
) => (subtitle === '' || (matches(developer.name, query) && !matches(subtitle, query)) ? developer.name : subtitle);
