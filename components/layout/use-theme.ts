'use client';

import { useSyncExternalStore } from 'react';
import { keepChoice } from './cookies';

export type Theme = 'system' | 'light' | 'dark';

const changed = 'pomona-theme-changed';

const read = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

function subscribe(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  return () => window.removeEventListener(changed, onChange);
}

/** The appearance in force, wherever on the page it was chosen. */
export const useTheme = (initial: Theme): Theme => useSyncExternalStore(subscribe, read, () => initial);

/** Kept in a cookie so that the server draws the right one at once. */
export function chooseTheme(theme: Theme): void {
  keepChoice('pomona-theme', theme);
  document.documentElement.dataset.theme = theme;
  window.dispatchEvent(new Event(changed));
}
