import { describe, expect, test } from 'vitest';
import { dollars, listing, problem } from '@/tests/listings';
import { guessFormat } from './formats';

describe('each catalogue', () => {
  test('apple_2017', () => {
    const app = listing('apple_2017', {
      id: 'ap17-1',
      source: 'apple_2017',
      name: 'Star Chart',
      category: 'Games',
      description: 'Line one\n# two',
      is_free: false,
      price_usd: 3.99,
      size_bytes: 100.0,
      rating: 4.5,
      rating_count: 21,
      content_rating: '17+',
      version: '6.3.5',
      languages: 10,
      supported_devices: 38,
      volume_licence: true,
    });
    expect(app).toMatchObject({
      source: 'apple_2017',
      bundleId: 'import.apple_2017.ap17-1',
      developerKey: 'apple_2017:',
      developerName: 'Imported: apple_2017',
      category: 'games',
      subcategory: null,
      description: 'Line one  \n\\# two',
      ageRating: 18,
      platforms: ['ios'],
      ratingSum: 95,
      ratingCount: 21,
      releasedAt: null,
      prices: dollars(399),
      version: { version: '6.3.5', platform: 'ios', sizeBytes: 100, languages: [] },
    });
  });

  test('apple_games_2019', () => {
    const app = listing('apple_games_2019', {
      id: 'ag19-1',
      name: 'Tower',
      developer: '  Small   Studio ',
      category: 'Games',
      genres: ['Games', 'Entertainment', 'Sports', 'Strategy'],
      rating: 3.5,
      rating_count: 61,
      is_free: true,
      price_usd: 0.0,
      in_app_prices: [0.99, 1.99],
      content_rating: '12+',
      languages: ['EN', 'ZH', 'EN'],
      size_bytes: 31544770,
      released: '2011-05-11',
      last_updated: '2012-10-03',
    });
    expect(app).toMatchObject({
      source: 'apple_games_2019',
      developerKey: 'apple_games_2019:small studio',
      developerName: 'Small Studio',
      category: 'games',
      subcategory: 'games-sports',
      ageRating: 12,
      releasedAt: '2011-05-11T00:00:00.000Z',
      lastReleasedAt: '2012-10-03T00:00:00.000Z',
      version: { version: '2012.10.3', languages: ['en', 'zh'], sizeBytes: 31544770 },
    });
  });

  test('google_play_2018', () => {
    const row = { id: 'gp18-1', name: 'Flowers', category: 'ART_AND_DESIGN', genres: ['Art & Design'] };
    expect(
      listing('google_play_2018', { ...row, installs_min: 50000, min_os: '2.3 and up', last_updated: '2017-03-26' }),
    ).toMatchObject({
      category: 'graphics-design',
      downloads: 50000,
      platforms: ['android'],
      releasedAt: '2017-03-26T00:00:00.000Z',
      version: { version: '2017.3.26', minimumOs: 'Android 2.3' },
    });
    expect(listing('google_play_2018', { ...row, min_os: '5.0 - 8.0' }).version?.minimumOs).toBe('Android 5.0');
    const family = { ...row, category: 'FAMILY' };
    expect(listing('google_play_2018', { ...family, genres: ['Education'] }).category).toBe('education');
    expect(listing('google_play_2018', { ...family, genres: ['Puzzle', 'Brain Games'] }).subcategory).toBe(
      'games-puzzle',
    );
    expect(listing('google_play_2018', { ...family, genres: [] }).category).toBe('kids');
    expect(listing('google_play_2018', { ...row, category: 'GAME', genres: ['Music'] }).subcategory).toBe(
      'games-music',
    );
  });

  test('google_play_2021', () => {
    const app = listing('google_play_2021', {
      id: 'gp21-com.example.stickers',
      package: 'com.example.stickers',
      name: 'Stickers',
      developer: 'Example',
      category: 'Tools',
      rating_count: 0,
      installs_min: 5000,
      installs_exact: 9499,
      is_free: true,
      content_rating: 'Teen',
      min_os: 'Varies with device',
      released: '2020-07-24',
      last_updated: '2021-05-12',
    });
    expect(app).toMatchObject({
      bundleId: 'com.example.stickers',
      category: 'utilities',
      unknownCategory: null,
      ageRating: 16,
      downloads: 9499,
      ratingCount: 0,
      ratingSum: 0,
      version: null,
    });
    expect(listing('google_play_2021', { id: 'x', package: 'org.x.y', name: 'M', category: 'Music' }).subcategory).toBe(
      'games-music',
    );
  });

  test('flathub_2025', () => {
    const app = listing('flathub_2025', {
      package: 'org.example.Paint',
      name: 'Paint',
      summary: 'Draws & paints',
      homepage: 'https://paint.example/',
      license: 'GPL-3.0-only',
      downloads_last_month: 12,
    });
    expect(app).toMatchObject({
      subtitle: 'Draws & paints',
      description: 'Licence: GPL-3.0-only',
      supportUrl: 'https://paint.example/',
      downloads: 12,
      category: 'utilities',
      unknownCategory: '',
      platforms: ['linux'],
      version: null,
      prices: dollars(0),
    });
  });

  test('fdroid_2026', () => {
    const app = listing('fdroid_2026', {
      package: 'org.example.book',
      name: 'Reader',
      category: 'Reading',
      categories: ['Reading', 'Writing'],
      summary: 'Reads',
      description: 'Reads <b>all</b>.',
      license: 'MIT',
      source_code: 'https://code.example/reader',
      anti_features: ['NonFreeNet', 'Ads'],
      version: '1.0.2',
    });
    expect(app).toMatchObject({
      category: 'books',
      keywords: ['reading', 'writing'],
      description:
        'Reads all.\n\nLicence: MIT  \nSource code: https://code.example/reader  \nAnti-features: NonFreeNet, Ads',
      supportUrl: 'https://code.example/reader',
      version: { version: '1.0.2', platform: 'android' },
    });
  });

  test('obsidian_2026', () => {
    const plugin = listing('obsidian_2026', {
      id: 'ob26-term',
      slug: 'term',
      name: 'Term',
      developer: 'someone',
      description: 'A terminal.',
      repo: 'someone/obsidian-term',
      downloads_2026_02_28: 124217,
      first_seen: '2023-01-12',
    });
    expect(plugin).toMatchObject({
      bundleId: 'import.obsidian_2026.ob26-term',
      subtitle: 'A terminal.',
      supportUrl: 'https://github.com/someone/obsidian-term',
      downloads: 124217,
      lastReleasedAt: '2023-01-12T00:00:00.000Z',
      platforms: ['windows', 'macos', 'linux'],
    });
  });
});

describe('rows as they come', () => {
  const row = { id: 'gp18-1', name: 'A', category: 'TOOLS' };

  test.each([
    [{ rating: null, rating_count: null, genres: null, size_bytes: null, version: null, min_os: null }],
    [{ rating: '', rating_count: '', genres: '', is_free: '', last_updated: '', surprise: { deep: [1] } }],
    [
      {
        rating: 'NaN',
        size_bytes: 'Varies with device'.slice(0, 0),
        rating_count: '159.0',
        price_usd: '0.0',
        is_free: 'True',
      },
    ],
  ])('are taken with unknown, empty and additional columns: %j', (change) => {
    expect(problem('google_play_2018', { ...row, ...change })).toBeNull();
  });

  test.each(['NaN', 'nan', 'null', 'n/a', 'free', '$2', '1,99', true, [], '1e999'])(
    'are refused with %j for a price, whatever they say about being free',
    (price_usd) => {
      for (const is_free of [true, false, undefined]) {
        expect(problem('google_play_2018', { ...row, is_free, price_usd })).toEqual({
          field: 'price_usd',
          reason: 'must be a price between 0 and 1,000,000 US dollars',
        });
      }
    },
  );

  test('are refused when the price contradicts is_free', () => {
    for (const format of ['apple_2017', 'flathub_2025', 'obsidian_2026']) {
      expect(problem(format, { ...row, is_free: true, price_usd: 4.99 })?.reason).toContain('is not 0');
      expect(problem(format, { ...row, is_free: 'false', price_usd: '0' })?.field).toBe('price_usd');
    }
  });

  test.each([
    [{ is_free: true, price_usd: null }, dollars(0)],
    [{ price_usd: '' }, dollars(0)],
    [{ price_usd: '4.99' }, dollars(499)],
    [{ is_free: 'NaN', price_usd: 4.99 }, dollars(499)],
    [{ is_free: false }, []],
  ])('with %j have the price that they say, or none where nobody knows it', (change, prices) => {
    expect(listing('google_play_2018', { ...row, ...change }).prices).toEqual(prices);
  });

  test('lose what is too long and keep what is strange', () => {
    const app = listing('google_play_2018', {
      ...row,
      name: `${'名'.repeat(250)}`,
      version: 'v'.repeat(61),
      last_updated: '2018-05-17',
    });
    expect([...app.name]).toHaveLength(200);
    expect(app.version?.version).toBe('2018.5.17');
    expect(listing('google_play_2018', { ...row, name: '🍎 emoji' }).name).toBe('🍎 emoji');
    expect(listing('google_play_2018', { ...row, name: 2048 }).name).toBe('2048');
  });

  test('get a bundle id of their own where theirs has no form of one', () => {
    expect(listing('google_play_2021', { package: 'nodots', name: 'A' }).bundleId).toBe(
      'import.google_play_2021.nodots',
    );
    const [a, b] = ['a b', 'a/b'].map((id) => listing('google_play_2018', { ...row, id }).bundleId);
    expect(a).toMatch(/^import\.google_play_2018\.a-b\.[0-9a-z]{10}$/);
    expect(a).not.toBe(b);
    expect(listing('google_play_2018', { ...row, id: '日本'.repeat(200) }).bundleId).toMatch(
      /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/,
    );
    expect(problem('google_play_2021', { name: 'A' })).toMatchObject({ field: 'id' });
  });

  test('say which category nobody knows', () => {
    expect(listing('google_play_2018', { ...row, category: 'QUANTUM' })).toMatchObject({
      category: 'utilities',
      unknownCategory: 'QUANTUM',
    });
  });
});

describe('the format of a file', () => {
  test.each([
    [[{}, { source: 'flathub_2025' }], 'x.ndjson', 'flathub_2025'],
    [[{ source: 'mine', name: 'A' }], 'backup-apple_2017.ndjson.gz', 'apple_2017'],
    [[{ source: 'mine' }, { bundleId: 'a.b' }], 'x.ndjson', 'pomona'],
    [[{ name: 'A' }], 'x.ndjson', undefined],
    [[], 'x.ndjson', undefined],
    [[null, 'text', 3], 'x.ndjson', undefined],
  ])('of %j in %s is %s', (rows, name, format) => {
    expect(guessFormat(rows, name)?.name).toBe(format);
  });
});
