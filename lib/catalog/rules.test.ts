import { describe, expect, test } from 'vitest';
import { inLanguage, languageOf, matchLanguage, ownLanguage, preferredLanguage } from './rules';
import type { AppDetail } from './schema';

const languages = ['de', 'pt-BR', 'zh-Hant'];

describe('a language that is asked for', () => {
  test.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['de-Latn-CH-1996', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hant'],
    ['en', null],
    ['en-GB', null],
    ['fr', null],
    ['d', null],
    ['und', null],
    ['', null],
  ])('%s is served by %s', (asked, tag) => {
    expect(matchLanguage(asked, languages)).toBe(tag);
  });

  test('is met by the nearest, and English by the app’s own words unless it is translated', () => {
    expect(matchLanguage('de-AT', ['de', 'de-AT'])).toBe('de-AT');
    expect(matchLanguage('en-US', ['en-GB'])).toBeNull();
    expect(matchLanguage('en-GB', ['en-GB'])).toBe('en-GB');
    expect(matchLanguage('en-US', ['en', 'fr'])).toBe('en');
  });
});

describe('a browser', () => {
  test.each([
    ['de', 'de'],
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['en-US,en;q=0.9,de;q=0.8', null],
    ['en;q=0.5, pt;q=0.7', 'pt-BR'],
    ['fr-FR,fr;q=0.9,de;q=0.1', 'de'],
    ['fr, *;q=0.5', null],
    ['de;q=0, pt', 'pt-BR'],
    ['de;q=x, pt', 'pt-BR'],
    ['', null],
    [null, null],
    ['***;;;,,,', null],
    [`${'fr,'.repeat(20)}de`, null],
    ['d'.repeat(100_000), null],
  ])('that prefers %s gets %s', (header, tag) => {
    expect(preferredLanguage(header, languages)).toBe(tag);
  });

  test('gets the app’s own words where there are no others', () => {
    expect(preferredLanguage('de', [])).toBeNull();
  });
});

describe('an app in another language', () => {
  const app = {
    subtitle: 'Tide tables',
    description: 'Knows the tide.',
    promotionalText: '',
    languages: ['de'],
    language: null,
    translated: [] as AppDetail['translated'],
  } as AppDetail;

  test('keeps its own words where there are none, and says which are which', () => {
    const german = inLanguage(app, 'de', { subtitle: 'Gezeiten', description: '', promotionalText: 'Neu' });
    expect(german).toMatchObject({
      subtitle: 'Gezeiten',
      description: 'Knows the tide.',
      promotionalText: 'Neu',
      language: 'de',
      translated: ['subtitle', 'promotionalText'],
    });
    expect([languageOf(german, 'subtitle'), languageOf(german, 'description'), languageOf(app, 'subtitle')]).toEqual([
      'de',
      undefined,
      undefined,
    ]);
    expect(app.subtitle).toBe('Tide tables');
  });

  test('can be asked for its own words whatever the browser prefers', () => {
    for (const own of [['de'], ['en', 'de'], ['en-GB']]) expect(matchLanguage(ownLanguage(own), own)).toBeNull();
  });
});
