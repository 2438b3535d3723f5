'use client';

import { type ComponentType, useCallback, useState } from 'react';

/**
 * A part of the page that is fetched when somebody first wants it. A lost connection fails that one try and no more: the
 * next one fetches again. `load` must stay the same function.
 */
export function usePart<P>(load: () => Promise<ComponentType<P>>) {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  const [isMissing, setIsMissing] = useState(false);

  const fetchPart = useCallback(async () => {
    try {
      const part = await load();
      setPart(() => part);
      return true;
    } catch {
      return false;
    }
  }, [load]);

  /** Fetches it ahead; that it failed is nobody's business yet. */
  const prepare = useCallback(() => void fetchPart(), [fetchPart]);

  /** Whether it is here now; if not, `isMissing` says so to people. */
  const want = useCallback(async () => {
    const isHere = await fetchPart();
    setIsMissing(!isHere);
    return isHere;
  }, [fetchPart]);

  return { Part, isMissing, prepare, want };
}

export const missingPartText = 'The connection was lost before this could open. Try again.';
