/** Makes something when it is first asked for, and keeps it: for what costs a page's start time, as `Intl` does. */
export function once<T>(make: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
