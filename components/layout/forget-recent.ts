// Apart from reading them, so that pages which only forget do not load what checks them.
export const storageKey = 'pomona-recent';

/** The next person at this device does not see where the last one went. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // There was nothing to forget.
  }
}
