import { randomInt } from 'node:crypto';

const slugLength = 80;
// An address that looks like an id would be taken for one.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Addresses under /console that are something else. */
const reserved = ['apps', 'invitations', 'keys', 'new', 'organizations', 'reviews', 'transfers'];

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' };

/** The Latin letters and digits of a name; empty where it has none that an address could have. */
function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæœøđðþłı]/g, (letter) => letters[letter] ?? '')
    .replace(/[\u0300-\u036f’'.]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugLength)
    .replace(/^-|-$/g, '');
  return uuid.test(slug) ? '' : slug;
}

const randomPart = () => randomInt(36 ** 6, 36 ** 7).toString(36);

/** Slugs to try for a name, the plain one first; the last ones are nobody's in all likelihood. */
export function slugCandidates(name: string): string[] {
  const slug = slugOf(name);
  const plain = slug === '' || reserved.includes(slug) ? [] : [slug];
  const base = slug || 'organization';
  return [...plain, ...(slug ? [`${base}-2`, `${base}-3`] : []), `${base}-${randomPart()}`, `${base}-${randomPart()}`];
}
