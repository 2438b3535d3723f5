import { categoryNames, genreNames, namesBySource } from './categories-data';

export type KnownCategory = { slug: string; name: string; parentSlug: string | null };

export type FoundCategory = {
  category: string;
  subcategory: string | null;
  /** The name that nothing was found for, empty where there was none; null when one was found. */
  unknown: string | null;
};

/** Where apps go whose category nobody knows. */
export const fallbackCategory = 'utilities';

const keys = new Map<string, string>();

/** "ART_AND_DESIGN" and "Art & Design" as `art-and-design`. */
function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = name
      .slice(0, 100)
      .toLowerCase()
      .replaceAll('&', ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    if (keys.size < 5000) keys.set(name, key);
  }
  return key;
}

export type CategoryFinder = (source: string, names: readonly string[]) => FoundCategory;

/**
 * Finds this store's category for the names that a catalogue gives, the most telling first: the store's own names and
 * slugs, then the table of other catalogues' names; Utilities where none is known.
 */
export function createCategoryFinder(known: readonly KnownCategory[]): CategoryFinder {
  const bySlug = new Map(known.map((category) => [category.slug, category]));
  const own = new Map<string, string>();
  for (const { slug, name, parentSlug } of known) {
    if (parentSlug === null) own.set(keyOf(name), slug);
  }
  for (const { slug } of known) own.set(slug, slug);

  const find = (source: string, key: string) => {
    const slug = namesBySource[source]?.[key] ?? own.get(key) ?? categoryNames[key];
    return slug === undefined ? undefined : bySlug.get(slug);
  };
  const findGenre = (source: string, parent: string, names: readonly string[]) => {
    for (const name of names) {
      const key = keyOf(name);
      const slug = own.has(`${parent}-${key}`) ? `${parent}-${key}` : genreNames[key];
      const genre = (slug === undefined ? undefined : bySlug.get(slug)) ?? find(source, key);
      if (genre?.parentSlug === parent) return genre.slug;
    }
    return null;
  };

  return (source, names) => {
    for (const [index, name] of names.entries()) {
      const found = find(source, keyOf(name));
      if (!found) continue;
      if (found.parentSlug !== null) return { category: found.parentSlug, subcategory: found.slug, unknown: null };
      return {
        category: found.slug,
        subcategory: findGenre(source, found.slug, names.slice(index + 1)),
        unknown: null,
      };
    }
    return {
      category: fallbackCategory,
      subcategory: null,
      unknown: names.find((name) => name.trim() !== '')?.trim() ?? '',
    };
  };
}
