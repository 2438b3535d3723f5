// The browser's history of the search page. The first letter that is typed begins a draft, an entry that follows the
// typing; a search that is meant (Enter, a chosen suggestion) makes it one of its own, and a chosen filter adds another.
// So the way back leads to every search that was meant. The router reads along: its own state stays in the entries.

/** `draftOf`: the address of the entry before this one, which is being typed. */
type EntryState = { searchEntry?: string; draftOf?: string };

const stateOf = () => (history.state ?? {}) as EntryState;
const here = () => `${location.pathname}${location.search}`;
const wordsOf = (href: string) => new URLSearchParams(href.split('?')[1]).get('q');

/** The address follows what is typed. */
export function typeAddress(href: string): void {
  if (href === here()) return;
  const { searchEntry, draftOf } = stateOf();
  if (draftOf === undefined) history.pushState({ draftOf: here() }, '', href);
  else history.replaceState({ searchEntry, draftOf }, '', href);
}

/** The present search in another order or, in a row of choices, with one more: the way back leads past it. */
export function replaceAddress(href: string): void {
  const { searchEntry, draftOf } = stateOf();
  history.replaceState({ searchEntry, draftOf }, '', href);
}

/** A search that is meant. */
export function commitAddress(href: string): void {
  const { searchEntry, draftOf } = stateOf();
  const isHere = href === here();
  if (href === draftOf) history.back();
  else if (draftOf !== undefined && (isHere || wordsOf(href) !== wordsOf(here())))
    history.replaceState({ searchEntry }, '', href);
  else if (!isHere) history.pushState({}, '', href);
}

const named = () => `${stateOf().searchEntry} ${location.search}`;
let count = 0;

/** Names the present entry and its search, where it has no name yet. */
export function nameEntry(): string {
  if (stateOf().searchEntry === undefined) {
    count += 1;
    history.replaceState({ ...history.state, searchEntry: `${performance.timeOrigin}-${count}` }, '');
  }
  return named();
}

type Place = { top: number; sizes?: { columns: number; rows: Measured[] } };
export type Measured = {
  index: number;
  key: string | number | bigint;
  start: number;
  size: number;
  end: number;
  lane: number;
};

const mostPlaces = 50;
const places = new Map<string, Place>();

/** How far the list of an entry was scrolled; nothing for entries that are new. */
export const recallPlace = (): Place | undefined => (typeof history === 'undefined' ? undefined : places.get(named()));

/** Where the entry of this name is scrolled to, as long as it is the present one. */
export function keepTop(name: string, top: number): void {
  if (name !== named()) return;
  const { sizes } = places.get(name) ?? {};
  places.delete(name);
  places.set(name, { top, sizes });
  for (const oldest of places.keys()) {
    if (places.size <= mostPlaces) break;
    places.delete(oldest);
  }
}

/** How tall the rows were, so that the list is as long as before when it comes back. */
export function keepSizes(name: string, sizes: NonNullable<Place['sizes']>): void {
  const place = places.get(name);
  if (place) place.sizes = sizes;
}
