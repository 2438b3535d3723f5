'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

export const desks = { submissions: '/moderation/submissions', reviews: '/moderation/reviews' } as const;

type DeskPath = (typeof desks)[keyof typeof desks];

/** The address of a desk with that list and that case open. */
export function deskHref(path: DeskPath, state: string, id: string | null): string {
  const query = new URLSearchParams({ ...(state === 'open' ? {} : { state }), ...(id === null ? {} : { id }) });
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What the address says is open; changing it asks the server for nothing. `states` are the lists of others than `open`. */
export function useDeskAddress<S extends string>(path: DeskPath, states: readonly S[]) {
  const search = useSearchParams();
  const state: S | 'open' = states.find((one) => one === search.get('state')) ?? 'open';
  const id = search.get('id');
  const latest = useRef(id);
  useEffect(() => {
    latest.current = id;
  }, [id]);
  return {
    state,
    id,
    /** The same, ahead of the page: a held key steps on before it is drawn. */
    latestId: () => latest.current,
    /** `step`: the way back leads past it, as past every case that was only walked over. */
    go: (to: { state?: S | 'open'; id: string | null }, how: 'open' | 'step') => {
      latest.current = to.id;
      const href = deskHref(path, to.state ?? state, to.id);
      if (how === 'open') window.history.pushState(null, '', href);
      else window.history.replaceState(null, '', href);
    },
  };
}
