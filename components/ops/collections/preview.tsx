'use client';

import type { ReactNode } from 'react';
import { AppIcon } from '@/components/store/app-icon';
import { StoryCard, StoryLead } from '@/components/store/story';
import type { Collection } from '@/lib/catalog/schema';
import { sketchUrl } from './art-picker';
import type { DraftState } from './use-draft';

/** The draft as visitors would get it. */
function asCollection({ draft, stored }: DraftState): Collection {
  const apps = draft.apps.filter(({ isListed }) => isListed);
  const art = draft.art === 'kept' ? stored.art : draft.art;
  const artUrl = draft.art === 'kept' ? stored.artUrl : draft.art && sketchUrl(draft.art);
  const { kind, slug, title, subtitle, body } = draft;
  return {
    kind,
    slug,
    subtitle,
    body,
    title: title || 'No headline yet',
    artUrl,
    artHue: art?.hue ?? null,
    appCount: apps.length,
    apps,
  };
}

/** A piece of the front page in its own proportions, made small. */
function Small({ label, width, zoom, children }: { label: string; width: number; zoom: number; children: ReactNode }) {
  return (
    <figure className="grid gap-2">
      <div aria-hidden="true" inert className="overflow-hidden">
        <div style={{ width, zoom }}>{children}</div>
      </div>
      <figcaption className="text-13 text-muted">{label}</figcaption>
    </figure>
  );
}

/** How the collection will stand on the front page, as it is being written. */
export function Preview({ state }: { state: DraftState }) {
  const shown = asCollection(state);
  return (
    <section aria-label="Preview" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {shown.kind === 'story' ? (
        <>
          <Small label="As the large story of the day" width={790} zoom={0.36}>
            <StoryLead story={shown} className="min-h-[38rem] rounded-card" />
          </Small>
          <Small label="As a smaller one" width={380} zoom={0.75}>
            <StoryCard story={shown} />
          </Small>
        </>
      ) : (
        <Small label="As a rail of the front page" width={760} zoom={0.375}>
          <p className="serif text-26">{shown.title}</p>
          <p className="mt-1 text-muted">{shown.subtitle}</p>
          <div className="mt-4 flex gap-5 overflow-hidden">
            {shown.apps.slice(0, 4).map((app) => (
              <div key={app.id} className="w-60 shrink-0">
                <div
                  className="grid h-44 place-items-center rounded-card"
                  style={{ background: `color-mix(in oklab, ${app.color} var(--tint), var(--paper))` }}
                >
                  <AppIcon app={app} size={96} />
                </div>
                <p className="mt-3 truncate font-medium">{app.name}</p>
                <p className="truncate text-13 text-muted">{app.subtitle}</p>
              </div>
            ))}
          </div>
        </Small>
      )}
    </section>
  );
}
