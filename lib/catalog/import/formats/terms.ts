import type { Priced } from '../fields';
import type { ListingPrice } from '../listing';

/** The store's age bands: the youngest age that an app is for. */
const bands = [4, 9, 12, 16, 18] as const;

/** The first band that is not younger than `age`: 10 becomes 12, 13 becomes 16, 17 becomes 18. */
export const bandOf = (age: number) => bands.find((band) => band >= age) ?? 18;

const words: Record<string, number> = { everyone: 4, teen: 13, mature: 17, 'adults only': 18, unrated: 18 };

/** "Everyone 10+", "17+", "Teen" as an age band. A word that nobody knows is for adults; no word at all is for all. */
export function ageOf(contentRating: string | undefined): number {
  const text = contentRating?.trim().toLowerCase() ?? '';
  if (text === '') return 4;
  const years = /(\d{1,2})\s*\+?$/.exec(text)?.[1];
  return bandOf(years === undefined ? (words[text] ?? 18) : Number(years));
}

/** One price everywhere: what the row says in US dollars, free where it says nothing, none where it is only "not free". */
export function priceOf({ is_free, price_usd }: Priced): ListingPrice[] {
  if (is_free === false && price_usd === undefined) return [];
  const amountMinor = Math.round((price_usd ?? 0) * 100);
  return [{ country: '*', currency: 'USD', amountMinor, kind: 'one_time', period: null, trialDays: 0 }];
}

/** "4.1 and up" and "5.0 - 8.0" as "Android 4.1"; nothing for "Varies with device". */
export function androidOf(minOs: string | undefined): string | undefined {
  const version = /^\s*(\d+(?:\.\d+)*W?)/.exec(minOs ?? '')?.[1];
  return version && `Android ${version}`;
}

/** ISO 639 codes in small letters, each once; other words go. */
export const languageCodes = (codes: readonly string[] | undefined) => [
  ...new Set(
    codes?.map((code) => code.trim().toLowerCase()).filter((code) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code)),
  ),
];

/** "ART_AND_DESIGN" as "art and design". */
export const keywordsOf = (names: readonly string[]) => names.map((name) => name.replaceAll('_', ' ').toLowerCase());

/** A last paragraph of facts that the store has no field for. */
export function withFacts(description: string, facts: Record<string, string | undefined>): string {
  const lines = Object.entries(facts).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return [description, lines.join('  \n')].filter((part) => part !== '').join('\n\n');
}

export const developerOf = (name: string | undefined) => (name === undefined ? undefined : { name });
