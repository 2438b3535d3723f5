'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Chip } from '@/components/ops/chip';
import { AppIcon } from '@/components/store/app-icon';
import { TextField } from '@/components/ui/field';
import { counted } from '@/components/ui/format';
import { type AppCard, collectionAppsLimit } from '@/lib/catalog/schema';
import { fetchJson } from '@/lib/http/fetch-json';
import { moved, Sortable } from './sortable';

const waitMs = 150;

type Props = { apps: AppCard[]; onChange: (apps: AppCard[]) => void; problem: string | null };

/** The apps of a collection: found while typing, taken in, put in order, left out. */
export function AppPicker({ apps, onChange, problem }: Props) {
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isFetching } = useQuery({
    queryKey: ['apps-to-collect', q],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ items: AppCard[] }>(`/api/v1/ops/collections/apps?${new URLSearchParams({ q })}`, { signal }))
        .body.items,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const isFull = apps.length >= collectionAppsLimit;
  const found =
    q === '' || text.trim() === '' ? [] : (data ?? []).filter(({ id }) => !apps.some((app) => app.id === id));
  const add = (app: AppCard | undefined) => {
    if (!app || isFull) return;
    onChange([...apps, app]);
    setText('');
  };

  return (
    <section aria-labelledby="apps-title" className="grid grid-cols-1 gap-4">
      <h2 id="apps-title" className="text-17 font-semibold">
        Apps
        <span className="ms-2 text-13 font-normal text-muted numerals">
          {apps.length} of {collectionAppsLimit}
        </span>
      </h2>
      <TextField
        label="Add an app"
        type="search"
        value={text}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        disabled={isFull}
        placeholder="Name, slug or bundle id"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add(found[0]);
        }}
        problem={problem}
      />
      <p role="status" className="sr-only">
        {q !== '' && !isFetching ? `${counted(found.length, 'app')} found` : ''}
      </p>
      {q !== '' && text.trim() !== '' ? (
        <ul
          aria-label="Apps found"
          className="max-h-80 divide-y divide-line overflow-y-auto rounded-card bg-sunken px-3"
        >
          {found.map((app) => (
            <li key={app.id} className="flex items-center gap-3 py-2">
              <AppIcon app={app} size={48} className="size-10" />
              <Names app={app} />
              <button
                type="button"
                aria-label={`Add ${app.name}`}
                onClick={() => add(app)}
                className="grid size-11 shrink-0 place-items-center rounded-control text-accent-text hover:bg-accent-soft"
              >
                <Plus className="size-5" aria-hidden="true" />
              </button>
            </li>
          ))}
          {found.length === 0 ? (
            <li className="py-3 text-13 text-muted">{isFetching ? 'Looking…' : 'No other app has that name.'}</li>
          ) : null}
        </ul>
      ) : null}
      {apps.length === 0 ? (
        <p className="text-muted">No app yet. Readers find those you add below the text, in your order.</p>
      ) : (
        <Sortable
          label="Apps in their order"
          items={apps}
          nameOf={(app) => app.name}
          onMove={(from, to) => onChange(moved(apps, from, to))}
          render={(app) => (
            <div className="flex items-center gap-3 py-2">
              <AppIcon app={app} size={48} className="size-10" />
              <Names app={app} />
              <button
                type="button"
                aria-label={`Leave out ${app.name}`}
                onClick={() => onChange(apps.filter(({ id }) => id !== app.id))}
                className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-negative-soft hover:text-negative-text"
              >
                <X className="size-5" aria-hidden="true" />
              </button>
            </div>
          )}
        />
      )}
    </section>
  );
}

function Names({ app }: { app: AppCard }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="flex items-center gap-2">
        <span className="truncate font-medium">{app.name}</span>
        {app.isListed ? null : <Chip tone="warning">Not listed</Chip>}
      </span>
      <span className="block truncate text-13 text-muted">{app.subtitle || app.developer.name}</span>
    </span>
  );
}
