'use client';

import { type MouseEvent, useEffect, useRef } from 'react';

const pauseMs = 500;

/**
 * Whether a press of a button is meant for what it says now, and is not the rest of a double click or of a key held
 * down that was meant for what was there before. `shown` is whatever changes when it says something else.
 */
export function useDeliberate(shown: unknown) {
  const since = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => {
    since.current = performance.now();
  }, [shown]);
  // Keys press without a count of clicks.
  return ({ detail }: MouseEvent) => (detail === 0 ? performance.now() - since.current > pauseMs : detail === 1);
}
