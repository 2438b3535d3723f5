'use client';

import { type RefObject, useEffect } from 'react';

/** Closes what is open when somebody presses or tabs outside of `area`, or presses Escape in it. */
export function useDismiss(
  area: RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: (by: 'escape' | 'outside') => void,
) {
  useEffect(() => {
    if (!isOpen) return;
    const isOutside = (event: Event) => !area.current?.contains(event.target as Node);
    const onOutside = (event: Event) => isOutside(event) && close('outside');
    // The Escape of an input method ends its composition.
    const onKey = (event: KeyboardEvent) =>
      event.key === 'Escape' && !event.isComposing && !isOutside(event) && close('escape');
    document.addEventListener('pointerdown', onOutside);
    document.addEventListener('focusin', onOutside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onOutside);
      document.removeEventListener('focusin', onOutside);
      document.removeEventListener('keydown', onKey);
    };
  }, [area, isOpen, close]);
}
