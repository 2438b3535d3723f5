// Apart from reading them, so that pages which only forget do not load what checks them.
export const storageKey = 'pomona-recent';
export const searchesKey = 'pomona-searches';

/** The next person at this device does not see where the last one went. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(storageKey);
    localStorage.removeItem(searchesKey);
  } catch {
    // There was nothing to forget.
  }
}
