import { describe, expect, test } from 'vitest';
import { differencesOf, diffHashOf, holdsOf } from './diff';
import type { Snapshot } from './schema';

const before: Snapshot = {
  listing: {
    name: 'Days',
    subtitle: 'Plans your week',
    category: 'productivity',
    subcategory: null,
    description: 'It plans your days.',
    promotionalText: '',
    keywords: ['plan'],
    supportUrl: null,
    privacyUrl: 'https://days.example/privacy',
    privacyLabel: { collected: ['location', 'contacts'], linked: [], tracking: [] },
    accessibility: [],
    age: { violence: 'some' },
    translations: { de: { subtitle: 'Plant die Woche', description: '', promotionalText: '' } },
    iconId: '0190a1b2-0000-7000-8000-000000000001',
    screenshots: [],
  },
  ageRating: 9,
  version: {
    version: '1.0.0',
    platform: 'android',
    releaseNotes: '',
    languages: ['en'],
    minimumOs: null,
    webUrl: null,
  },
  build: {
    fileName: 'days.apk',
    sizeBytes: 10_000_000,
    sha256: 'a'.repeat(64),
    facts: {
      kind: 'apk',
      packageName: 'org.example.days',
      versionName: '1.0.0',
      versionCode: 1,
      minimumOs: null,
      permissions: ['CAMERA', 'INTERNET'],
      entryCount: 3,
    },
  },
};

type Changes = {
  listing?: Partial<Snapshot['listing']>;
  version?: Partial<Snapshot['version']>;
  build?: Partial<NonNullable<Snapshot['build']>>;
  facts?: Partial<NonNullable<NonNullable<Snapshot['build']>['facts']>>;
  ageRating?: number;
};

const changed = ({ listing, version, build, facts, ageRating = 9 }: Changes): Snapshot => ({
  listing: { ...before.listing, ...listing },
  ageRating,
  version: { ...before.version, ...version },
  build: { ...before.build!, ...build, facts: { ...before.build!.facts!, ...facts } },
});

const kinds = (changes: Changes) => holdsOf(before, changed(changes)).map(({ kind }) => kind);

describe('differences', () => {
  test('name what changed, with what it was and is', () => {
    const after = changed({ listing: { name: 'Weeks', promotionalText: 'New!' }, version: { version: '1.1.0' } });
    expect(differencesOf(before, after)).toEqual([
      { path: 'listing.name', label: 'Name', kind: 'text', before: 'Days', after: 'Weeks' },
      { path: 'listing.promotionalText', label: 'Promotional text', kind: 'text', before: null, after: 'New!' },
      { path: 'version.version', label: 'Version', kind: 'text', before: '1.0.0', after: '1.1.0' },
    ]);
  });

  test('of a first version are all that it says', () => {
    const paths = differencesOf(null, before).map(({ path }) => path);
    expect(paths).toContain('listing.name');
    expect(paths).toContain('build.facts.permissions');
    expect(paths).not.toContain('listing.promotionalText');
    expect(differencesOf(null, before).every((difference) => difference.before === null)).toBe(true);
  });

  test('of languages are named by their tag, those that went away too', () => {
    const after = changed({
      listing: { translations: { fr: { subtitle: 'Semaine', description: '', promotionalText: '' } } },
    });
    expect(differencesOf(before, after)).toMatchObject([
      { path: 'listing.translations.de.subtitle', before: 'Plant die Woche', after: null },
      { path: 'listing.translations.fr.subtitle', label: 'Subtitle (fr)', before: null, after: 'Semaine' },
    ]);
  });

  test('are none where nothing changed, whatever the order of permissions', () => {
    expect(differencesOf(before, changed({ facts: { permissions: ['INTERNET', 'CAMERA'] } }))).toEqual([]);
  });

  test('have the same hash when they are the same, and another one otherwise', () => {
    const hash = (changes: Changes) => diffHashOf(differencesOf(before, changed(changes)));
    expect(hash({ listing: { name: 'Weeks' } })).toBe(hash({ listing: { name: 'Weeks' } }));
    expect(hash({ listing: { name: 'Weeks' } })).not.toBe(hash({ listing: { name: 'Months' } }));
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('holds', () => {
  test.each<[Changes, string[]]>([
    [{}, []],
    [{ listing: { name: 'Weeks' } }, ['name']],
    [{ listing: { category: 'games' } }, ['category']],
    [{ listing: { iconId: null } }, ['icon']],
    [{ listing: { description: 'Other words.' }, version: { version: '2.0.0', releaseNotes: 'New' } }, []],
    [{ facts: { permissions: ['CAMERA', 'INTERNET', 'SMS'] } }, ['permissions']],
    [{ facts: { permissions: ['CAMERA'] } }, []],
    [{ facts: { packageName: 'org.example.other' } }, ['package']],
    [{ build: { sizeBytes: 15_000_000 } }, []],
    [{ build: { sizeBytes: 15_000_001 } }, ['size']],
    [{ ageRating: 4 }, ['age']],
    [{ ageRating: 12 }, []],
    [{ listing: { privacyLabel: { collected: ['contacts', 'location'], linked: [], tracking: [] } } }, []],
    [{ listing: { privacyLabel: { collected: ['contacts'], linked: [], tracking: [] } } }, ['privacy_label']],
    [{ listing: { supportUrl: 'https://days.example' } }, ['links']],
    [{ version: { webUrl: 'https://days.example' } }, ['links']],
  ])('of %o are %o', (changes, expected) => {
    expect(kinds(changes)).toEqual(expected);
  });

  test('of a first version is that it is the first', () => {
    expect(holdsOf(null, before).map(({ kind }) => kind)).toEqual(['first_submission']);
  });

  test('have a key that stays the same for the same reason alone', () => {
    const key = (changes: Changes) => holdsOf(before, changed(changes))[0]?.key;
    expect(key({ listing: { name: 'Weeks' }, version: { version: '2.0.0' } })).toBe(
      key({ listing: { name: 'Weeks' } }),
    );
    expect(key({ listing: { name: 'Weeks' } })).not.toBe(key({ listing: { name: 'Months' } }));
  });
});
