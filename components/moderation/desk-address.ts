'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { QueueState } from './use-queue';

const path = '/moderation/submissions';

/** The address of the desk with that list and that submission open. */
export function deskHref(state: QueueState, id: string | null): string {
  const query = new URLSearchParams({ ...(state === 'open' ? {} : { state }), ...(id === null ? {} : { id }) });
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What the address says is open; changing it asks the server for nothing. */
export function useDeskAddress() {
  const search = useSearchParams();
  const state: QueueState = search.get('state') === 'decided' ? 'decided' : 'open';
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
    go: (to: { state?: QueueState; id: string | null }, how: 'open' | 'step') => {
      latest.current = to.id;
      const href = deskHref(to.state ?? state, to.id);
      if (how === 'open') window.history.pushState(null, '', href);
      else window.history.replaceState(null, '', href);
    },
  };
}
