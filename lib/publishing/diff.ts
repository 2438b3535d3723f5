import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Hold, Listing, Snapshot } from './schema';

/** One thing in which two snapshots differ; `before` is null where there was none. */
export type Difference = {
  path: string;
  label: string;
  kind: 'text' | 'list' | 'number' | 'media' | 'hash';
  before: unknown;
  after: unknown;
};

type Field = { path: string; label: string; kind: Difference['kind']; of: (snapshot: Snapshot) => unknown };

const field = (path: string, label: string, kind: Difference['kind'], of: Field['of']): Field => ({
  path,
  label,
  kind,
  of,
});

const fields: readonly Field[] = [
  field('listing.name', 'Name', 'text', ({ listing }) => listing.name),
  field('listing.iconId', 'Icon', 'media', ({ listing }) => listing.iconId),
  field('listing.subtitle', 'Subtitle', 'text', ({ listing }) => listing.subtitle),
  field('listing.category', 'Category', 'text', ({ listing }) => listing.category),
  field('listing.subcategory', 'Subcategory', 'text', ({ listing }) => listing.subcategory),
  field('listing.promotionalText', 'Promotional text', 'text', ({ listing }) => listing.promotionalText),
  field('listing.description', 'Description', 'text', ({ listing }) => listing.description),
  field('listing.keywords', 'Keywords', 'list', ({ listing }) => listing.keywords),
  field('listing.screenshots', 'Screenshots', 'media', ({ listing }) => listing.screenshots),
  field('listing.supportUrl', 'Support address', 'text', ({ listing }) => listing.supportUrl),
  field('listing.privacyUrl', 'Privacy policy', 'text', ({ listing }) => listing.privacyUrl),
  field('listing.privacyLabel.collected', 'Data collected', 'list', ({ listing }) => listing.privacyLabel.collected),
  field('listing.privacyLabel.linked', 'Data linked to people', 'list', ({ listing }) => listing.privacyLabel.linked),
  field('listing.privacyLabel.tracking', 'Data for tracking', 'list', ({ listing }) => listing.privacyLabel.tracking),
  field('listing.accessibility', 'Accessibility', 'list', ({ listing }) => listing.accessibility),
  field('ageRating', 'Age rating', 'number', ({ ageRating }) => ageRating),
  field('listing.age', 'Age questionnaire', 'list', ({ listing }) => answersOf(listing)),
  field('version.version', 'Version', 'text', ({ version }) => version.version),
  field('version.platform', 'Platform', 'text', ({ version }) => version.platform),
  field('version.releaseNotes', 'Release notes', 'text', ({ version }) => version.releaseNotes),
  field('version.languages', 'Languages', 'list', ({ version }) => version.languages),
  field('version.minimumOs', 'Minimum system', 'text', ({ version }) => version.minimumOs),
  field('version.webUrl', 'Web address', 'text', ({ version }) => version.webUrl),
  field('build.fileName', 'File name', 'text', ({ build }) => build?.fileName),
  field('build.sizeBytes', 'Size in bytes', 'number', ({ build }) => build?.sizeBytes),
  field('build.sha256', 'SHA-256', 'hash', ({ build }) => build?.sha256),
  field('build.facts.kind', 'Kind of file', 'text', ({ build }) => build?.facts?.kind),
  field('build.facts.packageName', 'Package', 'text', ({ build }) => build?.facts?.packageName),
  field('build.facts.versionName', 'Version in the file', 'text', ({ build }) => build?.facts?.versionName),
  field('build.facts.permissions', 'Permissions', 'list', permissionsOf),
];

const answersOf = ({ age }: Listing) =>
  Object.entries(age)
    .map(([question, answer]) => `${question.replaceAll('_', ' ')}: ${answer}`)
    .sort();

function permissionsOf({ build }: Snapshot): string[] {
  return [...(build?.facts?.permissions ?? [])].sort();
}

/** Texts of each language that either has. */
function translationFields(...snapshots: (Snapshot | null)[]): Field[] {
  const tags = new Set(snapshots.flatMap((snapshot) => Object.keys(snapshot?.listing.translations ?? {})));
  return [...tags]
    .sort()
    .flatMap((tag) =>
      (['subtitle', 'promotionalText', 'description'] as const).map((name) =>
        field(
          `listing.translations.${tag}.${name}`,
          `${{ subtitle: 'Subtitle', promotionalText: 'Promotional text', description: 'Description' }[name]} (${tag})`,
          'text',
          ({ listing }) => listing.translations[tag]?.[name],
        ),
      ),
    );
}

/** Nothing, however it is said, is null. */
const normal = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

const isSame = (a: unknown, b: unknown) => canonicalize(a) === canonicalize(b);

/** In what a snapshot differs from the one that was approved last; all that it says where there was none. */
export function differencesOf(before: Snapshot | null, after: Snapshot): Difference[] {
  return [...fields, ...translationFields(before, after)].flatMap(({ of, ...rest }) => {
    const was = before === null ? null : normal(of(before));
    const is = normal(of(after));
    return isSame(was, is) ? [] : [{ ...rest, before: was, after: is }];
  });
}

const sha256 = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** The same for the same differences. */
export const diffHashOf = (differences: readonly Difference[]): string => sha256(differences);

type Reason = { kind: string; sentence: string; of: (snapshot: Snapshot) => unknown; when?: When };
type When = (before: Snapshot, after: Snapshot) => boolean;

/** A build that grows by more than this share is looked at. */
const growth = 0.5;
const sizeOf = ({ build }: Snapshot) => build?.sizeBytes ?? 0;
const mebibytes = (snapshot: Snapshot) => Math.ceil(sizeOf(snapshot) / 1024 ** 2);

const reasons: readonly Reason[] = [
  { kind: 'name', sentence: 'The name changes.', of: ({ listing }) => listing.name },
  {
    kind: 'category',
    sentence: 'The category changes.',
    of: ({ listing }) => [listing.category, listing.subcategory],
  },
  { kind: 'icon', sentence: 'The icon changes.', of: ({ listing }) => listing.iconId },
  {
    kind: 'permissions',
    sentence: 'The build asks for more permissions.',
    of: permissionsOf,
    when: (before, after) => permissionsOf(after).some((one) => !permissionsOf(before).includes(one)),
  },
  {
    kind: 'package',
    sentence: 'The build has another package name.',
    of: ({ build }) => build?.facts?.packageName ?? null,
    when: (before, after) => before.build !== null && after.build !== null,
  },
  {
    kind: 'size',
    sentence: 'The build is more than half as large again.',
    of: mebibytes,
    when: (before, after) => sizeOf(before) > 0 && sizeOf(after) > sizeOf(before) * (1 + growth),
  },
  {
    kind: 'age',
    sentence: 'The age rating is lower than before.',
    of: ({ ageRating }) => ageRating,
    when: (before, after) => after.ageRating < before.ageRating,
  },
  {
    kind: 'privacy_label',
    sentence: 'The privacy label changes.',
    of: ({ listing: { privacyLabel } }) =>
      Object.fromEntries(Object.entries(privacyLabel).map(([name, kinds]) => [name, [...kinds].sort()])),
  },
  {
    kind: 'links',
    sentence: 'Links lead elsewhere.',
    of: ({ listing, version }) => [listing.supportUrl, listing.privacyUrl, version.webUrl],
  },
];

/**
 * What moderators should look at. The key is the SHA-256 of what it is about, so that the same thing, once approved, does
 * not hold a version again.
 */
export function holdsOf(before: Snapshot | null, after: Snapshot): Hold[] {
  if (before === null) {
    const kind = 'first_submission';
    return [
      { key: sha256({ kind, before: null, after: null }), kind, sentence: 'It is the first version of this app.' },
    ];
  }
  return reasons.flatMap(({ kind, sentence, of, when }) => {
    const [was, is] = [of(before), of(after)];
    if (isSame(was, is) || (when && !when(before, after))) return [];
    return [{ key: sha256({ kind, before: was, after: is }), kind, sentence }];
  });
}
