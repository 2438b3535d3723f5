import { searchesKey } from '@/components/layout/forget-recent';

const most = 5;
const mostLetters = 200;

const fold = (words: string) => words.toLocaleLowerCase('en');

function write(searches: string[]): string[] {
  try {
    if (searches.length === 0) localStorage.removeItem(searchesKey);
    else localStorage.setItem(searchesKey, JSON.stringify(searches));
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
  return searches;
}

/** What was searched for on this device, the latest first; it never leaves it. */
export function readSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(searchesKey) ?? '[]');
    if (!Array.isArray(kept)) return [];
    const texts = kept.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
    return texts.slice(0, most).map((one) => one.slice(0, mostLetters));
  } catch {
    return [];
  }
}

const without = (words: string) => readSearches().filter((one) => fold(one) !== fold(words));

export function keepSearch(words: string): void {
  const text = words.trim().slice(0, mostLetters);
  if (text !== '') write([text, ...without(text)].slice(0, most));
}

export const dropSearch = (words: string): string[] => write(without(words));

export const clearSearches = (): string[] => write([]);
