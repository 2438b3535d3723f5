import { ageQuestions } from './age';
import type { Listing, Problem } from './schema';

type Check = (listing: Listing, context: Context) => (Problem | null)[];

type Context = {
  /** Nothing of the app has been released: then nothing may be missing that was never asked of older apps. */
  isFirst: boolean;
};

const error = (path: string, code: string, message: string): Problem => ({ path, code, message, severity: 'error' });
const warning = (path: string, code: string, message: string): Problem => ({
  path,
  code,
  message,
  severity: 'warning',
});

const lengthOf = (text: string) => [...text].length;

const missing: Check = (listing) => [
  lengthOf(listing.name) < 2 ? error('name', 'too_short', 'Give it a name of at least 2 characters.') : null,
  listing.subtitle === '' ? error('subtitle', 'missing', 'Say in a few words what it does.') : null,
  listing.category === '' ? error('category', 'missing', 'Choose a category.') : null,
  lengthOf(listing.description.trim()) < 20
    ? error('description', 'too_short', 'Describe it in at least 20 characters.')
    : null,
  listing.iconId === null ? error('iconId', 'missing', 'Upload an icon.') : null,
];

const pictures: Check = ({ screenshots }, { isFirst }) => [
  screenshots.length === 0
    ? (isFirst ? error : warning)('screenshots', 'missing', 'Show it in at least one screenshot.')
    : null,
  ...screenshots.map(({ altText }, index) =>
    altText === ''
      ? warning(`screenshots.${index}.altText`, 'missing', 'Say what is to be seen, for those who cannot see it.')
      : null,
  ),
];

const privacy: Check = ({ privacyLabel, privacyUrl }) => [
  privacyUrl === null && Object.values(privacyLabel).some((kinds) => kinds.length > 0)
    ? error('privacyUrl', 'missing', 'What collects data needs a privacy policy.')
    : null,
];

const age: Check = (listing, { isFirst }) => {
  const open = ageQuestions.filter(({ id }) => listing.age[id] === undefined);
  if (open.length === 0) return [];
  if (open.length === ageQuestions.length && !isFirst) {
    return [warning('age', 'missing', 'Answer the age questionnaire; until then the age rating stays as it is.')];
  }
  return open.map(({ id, text }) => error(`age.${id}`, 'missing', `Answer the age questionnaire: ${text}.`));
};

/** Longest texts; an imported listing may have longer ones. */
const limits = { name: 50, subtitle: 80, description: 10_000, promotionalText: 170 } as const;

const lengths: Check = (listing) => [
  ...Object.entries(limits).map(([path, most]) =>
    lengthOf(listing[path as keyof typeof limits]) > most
      ? error(path, 'too_long', `At most ${most.toLocaleString('en')} characters.`)
      : null,
  ),
  ...listing.keywords.map((keyword, index) =>
    lengthOf(keyword) > 40 ? error(`keywords.${index}`, 'too_long', 'At most 40 characters.') : null,
  ),
];

/** Words that are no part of a name: other stores, and what a price or a chart says. */
const forbidden = [
  'app store',
  'google play',
  'play store',
  'microsoft store',
  'galaxy store',
  'f-droid',
  'free',
  'best',
  'discount',
  'top rated',
  'number one',
  'no. 1',
  '#1',
];

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const forbiddenPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(${forbidden.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

const words: Check = ({ name }, { isFirst }) => {
  const [found] = forbiddenPattern.exec(name) ?? [];
  // A name that is out already is not refused for what it was called before.
  const severity = isFirst ? error : warning;
  return [found ? severity('name', 'forbidden_word', `“${found}” is not for names.`) : null];
};

/** Texts of one line, with where they stand. */
const lines = (listing: Listing): [path: string, text: string][] => [
  ['name', listing.name],
  ['subtitle', listing.subtitle],
  ['promotionalText', listing.promotionalText],
  ...listing.keywords.map((keyword, index): [string, string] => [`keywords.${index}`, keyword]),
  ...Object.entries(listing.translations).flatMap(([tag, texts]): [string, string][] => [
    [`translations.${tag}.subtitle`, texts.subtitle],
    [`translations.${tag}.promotionalText`, texts.promotionalText],
  ]),
];

const link = /https?:|www\.|:\/\//i;
const domain = /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]+\.(com|org|net|io|app|dev|info|co|me|de|fr|uk|jp|br)(?![\p{L}\p{N}])/iu;

const links: Check = (listing) =>
  lines(listing)
    .filter(([path]) => path === 'name' || path.endsWith('subtitle'))
    .map(([path, text]) => {
      if (link.test(text)) return error(path, 'link', 'No links here.');
      return domain.test(text) ? warning(path, 'link', 'This looks like a link, which does not belong here.') : null;
    });

/** Control characters, and marks that turn the direction of writing or are not to be seen. */
const invisible = /[\p{Cc}\u00ad\u061c\u180e\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const withoutBreaks = (text: string) => text.replace(/[\n\r\t]/g, '');

const characters: Check = (listing) =>
  [
    ...lines(listing),
    ['description', withoutBreaks(listing.description)] as const,
    ...Object.entries(listing.translations).map(
      ([tag, { description }]) => [`translations.${tag}.description`, withoutBreaks(description)] as const,
    ),
  ].map(([path, text]) =>
    invisible.test(text) ? error(path, 'invisible_character', 'It holds a character that nobody can see.') : null,
  );

const keywords: Check = ({ keywords, name }) => {
  const folded = keywords.map((keyword) => keyword.toLowerCase());
  const inName = new Set(name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return folded.map((keyword, index) => {
    if (folded.indexOf(keyword) < index) return error(`keywords.${index}`, 'repeated', `“${keyword}” is there twice.`);
    return inName.has(keyword)
      ? warning(`keywords.${index}`, 'in_name', `“${keyword}” is in the name, which is searched anyway.`)
      : null;
  });
};

const screenshotsOnce: Check = ({ screenshots }) =>
  screenshots.map(({ id }, index) =>
    screenshots.findIndex((other) => other.id === id) < index
      ? error(`screenshots.${index}`, 'repeated', 'This picture is there twice.')
      : null,
  );

const checks = [missing, lengths, words, links, characters, keywords, pictures, screenshotsOnce, privacy, age];

/**
 * What is wrong with a listing: errors keep its version from being submitted, warnings do not. Whether categories and
 * pictures exist, the server knows.
 */
export const problemsOf = (listing: Listing, context: Context): Problem[] =>
  checks.flatMap((check) => check(listing, context)).filter((problem) => problem !== null);
