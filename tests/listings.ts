import { createCategoryFinder, type KnownCategory } from '@/lib/catalog/import/categories';
import { formats } from '@/lib/catalog/import/formats/formats';
import { toListing } from '@/lib/catalog/import/to-listing';

const known: KnownCategory[] = [
  ['books', 'Books'],
  ['developer-tools', 'Developer Tools'],
  ['education', 'Education'],
  ['games', 'Games'],
  ['graphics-design', 'Graphics & Design'],
  ['health-fitness', 'Health & Fitness'],
  ['kids', 'Kids'],
  ['music', 'Music'],
  ['sports', 'Sports'],
  ['utilities', 'Utilities'],
].map(([slug = '', name = '']) => ({ slug, name, parentSlug: null }));
for (const [slug, name] of [
  ['action', 'Action'],
  ['family', 'Family'],
  ['music', 'Music'],
  ['puzzle', 'Puzzle'],
  ['sports', 'Sports'],
  ['strategy', 'Strategy'],
] as const) {
  known.push({ slug: `games-${slug}`, name, parentSlug: 'games' });
}
const findCategory = createCategoryFinder(known);

/** What a format makes of a row. */
export function read(format: string, row: unknown) {
  const found = formats.get(format);
  if (!found) throw new Error(`no format ${format}`);
  return toListing(found, row, findCategory);
}

/** The same, where it is a listing. */
export function listing(format: string, row: unknown) {
  const result = read(format, row);
  if ('problem' in result) throw new Error(`${result.problem.field}: ${result.problem.reason}`);
  return result.listing;
}

/** The same, where it is none; else null. */
export const problem = (format: string, row: unknown) => {
  const result = read(format, row);
  return 'problem' in result ? result.problem : null;
};

/** One price everywhere. */
export const dollars = (amountMinor: number) => [
  { country: '*', currency: 'USD', amountMinor, kind: 'one_time', period: null, trialDays: 0 },
];
