import { isCountry } from '@/lib/country';
import type { Platform } from '@/lib/catalog/schema';
import type { CategoryFinder } from './categories';
import type { Format, Problem } from './formats/format';
import { sourceOf } from './formats/formats';
import type { Draft, Listing, ListingVersion } from './listing';
import { descriptionLimit } from './markdown';
import { cleanLine, cleanLines, developerKey, shortHash } from './text';

const sourcePattern = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const bundleIdPattern = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/;
const bundleIdLimit = 255;
const limits = { name: 200, subtitle: 250, word: 60, keywords: 10, notes: 4000, version: 60, minimumOs: 60, url: 2000 };

/** A row as a listing within the limits of the store, or what is wrong with it. */
export function toListing(
  format: Format,
  row: unknown,
  findCategory: CategoryFinder,
): { listing: Listing } | { problem: Problem } {
  const source = sourceOf(row) ?? format.name;
  if (!sourcePattern.test(source)) {
    return refuse('source', 'must be 1 to 40 small letters, digits, hyphens and underscores');
  }
  const result = format.read(row);
  if ('problem' in result) return result;
  const { draft } = result;
  const bundleId = bundleIdOf(source, draft);
  if (bundleId === null) return refuse('id', 'neither a package nor an id');
  const name = cleanLine(draft.name, limits.name);
  if (name === '') return refuse('name', 'the name is missing');
  const developer = cleanLine(draft.developer?.name ?? '', limits.name);
  const { category, subcategory, unknown } = findCategory(source, draft.categories);
  // Ratings without stars say nothing, and stars without a count weigh nothing.
  const ratingCount = draft.rating ? (draft.ratingCount ?? 0) : 0;
  const [first, last] = [draft.releasedAt ?? draft.updatedAt ?? null, draft.updatedAt ?? draft.releasedAt ?? null];
  const country = draft.developer?.country?.toUpperCase() ?? '';
  return {
    listing: {
      source,
      bundleId,
      developerKey: `${source}:${developerKey(developer)}`,
      developerName: developer || `Imported: ${source}`,
      website: urlOf(draft.developer?.website),
      country: isCountry(country) ? country : null,
      name,
      subtitle: cleanLine(draft.subtitle ?? '', limits.subtitle),
      description: cleanLines(draft.description ?? '', descriptionLimit),
      category,
      subcategory,
      unknownCategory: unknown,
      keywords: wordsOf(draft.keywords).slice(0, limits.keywords),
      ageRating: draft.ageRating,
      platforms: [...new Set(draft.platforms)],
      privacyLabel: {
        collected: wordsOf(draft.privacyLabel?.collected),
        linked: wordsOf(draft.privacyLabel?.linked),
        tracking: wordsOf(draft.privacyLabel?.tracking),
      },
      accessibility: [...new Set(draft.accessibility)],
      supportUrl: urlOf(draft.supportUrl),
      privacyUrl: urlOf(draft.privacyUrl),
      releasedAt: first,
      lastReleasedAt: first !== null && last !== null && last < first ? first : last,
      downloads: draft.downloads ?? 0,
      ratingSum: Math.round((draft.rating ?? 0) * ratingCount),
      ratingCount,
      prices: draft.prices,
      version: versionOf(draft.version, draft.platforms, last),
    },
  };
}

const refuse = (field: string, reason: string) => ({ problem: { field, reason } });

/** The package where it has the form of a bundle id, else one made of the source and its id. */
function bundleIdOf(source: string, draft: Draft): string | null {
  const given = draft.package?.trim() ?? '';
  if (given.length <= bundleIdLimit && bundleIdPattern.test(given)) return given;
  const id = draft.id?.trim() || given;
  if (!/[^\s\p{C}]/u.test(id)) return null;
  const clean = id
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '')
    .slice(0, 150);
  // What had to be changed could be the same as another's.
  return clean === id ? `import.${source}.${clean}` : `import.${source}.${clean || 'app'}.${shortHash(id, 10)}`;
}

function wordsOf(words: readonly string[] | undefined): string[] {
  if (words === undefined) return [];
  return [...new Set(words.map((word) => cleanLine(word, limits.word)))].filter((word) => word !== '').slice(0, 40);
}

function urlOf(value: string | undefined): string | null {
  const url = value?.trim() ?? '';
  if (url.length > limits.url || !/^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) || !URL.canParse(url)) return null;
  return url.toWellFormed();
}

function versionOf(
  given: ListingVersion | undefined,
  platforms: readonly Platform[],
  releasedAt: string | null,
): Listing['version'] {
  const { version, languages = [], minimumOs, sizeBytes, releaseNotes } = given ?? {};
  if (!version && languages.length === 0 && !minimumOs && !sizeBytes) return null;
  const name = cleanLine(version ?? '', limits.version + 1);
  const isSane = name !== '' && [...name].length <= limits.version && !/^varies with device$/i.test(name);
  return {
    version: isSane ? name : calendarVersion(releasedAt),
    platform: given?.platform ?? platforms[0] ?? 'web',
    languages: [...languages].slice(0, 200),
    releaseNotes: cleanLines(releaseNotes ?? '', limits.notes),
    minimumOs: cleanLine(minimumOs ?? '', limits.minimumOs) || null,
    sizeBytes: sizeBytes ?? 0,
    releasedAt,
  };
}

/** "2018.5.17": what a version is called that came without a name. */
function calendarVersion(moment: string | null): string {
  if (moment === null) return '1.0';
  const day = new Date(moment);
  return `${day.getUTCFullYear()}.${day.getUTCMonth() + 1}.${day.getUTCDate()}`;
}
