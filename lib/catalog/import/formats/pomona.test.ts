import { describe, expect, test } from 'vitest';
import { dollars, listing, problem } from '@/tests/listings';

describe('the own format', () => {
  const whole = {
    bundleId: 'org.example.notes',
    source: 'partner',
    name: 'Notes',
    subtitle: 'Keeps them',
    developer: { name: 'Example', website: 'https://example.org', country: 'de' },
    description: '**Notes** that stay.',
    category: 'developer-tools',
    keywords: ['a', 'b', 'a'],
    ageRating: 10,
    platforms: ['web', 'linux'],
    privacyLabel: { collected: ['Diagnostics'] },
    accessibility: ['captions'],
    supportUrl: 'https://example.org/help',
    privacyUrl: 'javascript:alert(1)',
    prices: [
      { currency: 'EUR', amountMinor: 499 },
      { country: 'JP', currency: 'jpy', amountMinor: 800, kind: 'subscription', period: 'P1M', trialDays: 7 },
    ],
    rating: { average: 4.25, count: 8 },
    downloads: 12,
    releasedAt: '2024-01-31T12:00:00+01:00',
    updatedAt: '2024-02-01',
    version: {
      version: '2.0.0',
      platform: 'linux',
      languages: ['de', 'pt-BR'],
      releaseNotes: 'New',
      minimumOs: 'glibc 2.31',
      sizeBytes: 5,
    },
  };

  test('carries everything that a listing has', () => {
    expect(listing('pomona', whole)).toEqual({
      source: 'partner',
      bundleId: 'org.example.notes',
      developerKey: 'partner:example',
      developerName: 'Example',
      website: 'https://example.org',
      country: 'DE',
      name: 'Notes',
      subtitle: 'Keeps them',
      description: '**Notes** that stay.',
      category: 'developer-tools',
      subcategory: null,
      unknownCategory: null,
      keywords: ['a', 'b'],
      ageRating: 12,
      platforms: ['web', 'linux'],
      privacyLabel: { collected: ['Diagnostics'], linked: [], tracking: [] },
      accessibility: ['captions'],
      supportUrl: 'https://example.org/help',
      privacyUrl: null,
      releasedAt: '2024-01-31T11:00:00.000Z',
      lastReleasedAt: '2024-02-01T00:00:00.000Z',
      downloads: 12,
      ratingSum: 34,
      ratingCount: 8,
      prices: [
        { country: '*', currency: 'EUR', amountMinor: 499, kind: 'one_time', period: null, trialDays: 0 },
        { country: 'JP', currency: 'JPY', amountMinor: 800, kind: 'subscription', period: 'P1M', trialDays: 7 },
      ],
      version: {
        version: '2.0.0',
        platform: 'linux',
        languages: ['de', 'pt-br'],
        releaseNotes: 'New',
        minimumOs: 'glibc 2.31',
        sizeBytes: 5,
        releasedAt: '2024-02-01T00:00:00.000Z',
      },
    });
  });

  test('needs a name and a bundle id alone', () => {
    const app = listing('pomona', { bundleId: 'org.example.a', name: 'A' });
    expect(app).toMatchObject({
      source: 'pomona',
      developerName: 'Imported: pomona',
      prices: dollars(0),
      version: null,
    });
  });

  test('takes the cells of CSV', () => {
    const cells = Object.fromEntries(
      Object.entries(whole).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
    expect(listing('pomona', cells)).toEqual(listing('pomona', whole));
    expect(
      listing('pomona', {
        bundleId: 'a.b',
        name: 'A',
        keywords: 'x|y | z',
        developer: 'Me',
        prices: '',
        downloads: '7',
      }),
    ).toMatchObject({
      keywords: ['x', 'y', 'z'],
      developerName: 'Me',
      downloads: 7,
    });
  });

  test.each([
    [{ bundleId: '' }, 'bundleId'],
    [{ bundleId: 'nodots' }, 'bundleId'],
    [{ bundleId: `a.${'b'.repeat(254)}` }, 'bundleId'],
    [{ name: ' \u200b\u0000 ' }, 'name'],
    [{ platforms: ['amiga'] }, 'platforms.0'],
    [{ accessibility: ['telepathy'] }, 'accessibility.0'],
    [{ prices: [{ amountMinor: 1 }] }, 'prices.0.currency'],
    [{ prices: [{ currency: 'XQQ', amountMinor: 1 }] }, 'prices.0.currency'],
    [{ prices: [{ currency: 'USD', amountMinor: 1.5 }] }, 'prices.0.amountMinor'],
    [{ prices: [{ currency: 'USD', amountMinor: 1, kind: 'subscription' }] }, 'prices.0.period'],
    [{ prices: [{ currency: 'USD', amountMinor: 1, country: 'XX' }] }, 'prices.0.country'],
    [{ prices: Array(2).fill({ currency: 'USD', amountMinor: 1 }) }, 'prices'],
    [{ developer: { name: '' } }, 'developer.name'],
    [{ developer: { name: 'A', country: 'Atlantis' } }, 'developer.country'],
    [{ rating: { average: 19, count: 3 } }, 'rating.average'],
    [{ rating: { average: 0.3, count: 3 } }, 'rating.average'],
    [{ downloads: -1 }, 'downloads'],
    [{ downloads: 'many' }, 'downloads'],
    [{ releasedAt: '31.12.2020' }, 'releasedAt'],
    [{ releasedAt: '2021-02-31' }, 'releasedAt'],
    [{ updatedAt: '9999-01-01' }, 'updatedAt'],
    [{ version: { sizeBytes: 1e15 } }, 'version.sizeBytes'],
    [{ version: 'one' }, 'version'],
    [{ source: 'Not A Source' }, 'source'],
  ])('refuses %j for its %s', (change, field) => {
    const found = problem('pomona', { ...whole, ...change });
    expect(found?.field).toBe(field);
    expect(found?.reason).toBeTruthy();
  });

  test.each([
    ['prices', '[{"currency"', "is broken JSON: Expected ':' after property name in JSON at position 12"],
    ['developer', '{"name": "A"', "is broken JSON: Expected ',' or '}' after property value in JSON at position 12"],
    ['rating', '{average: 4}', "is broken JSON: Expected property name or '}' in JSON at position 1"],
    ['keywords', '["a" "b"]', "is broken JSON: Expected ',' or ']' after array element in JSON at position 5"],
    ['version', 'one', 'must be an object'],
  ])('says of a cell of %s that is %s what is wrong with it', (field, cell, reason) => {
    expect(problem('pomona', { ...whole, [field]: cell })).toEqual({ field, reason });
  });

  test('takes words in brackets for words', () => {
    expect(listing('pomona', { ...whole, keywords: '[Beta] tools|games' }).keywords).toEqual(['[Beta] tools', 'games']);
  });
});
