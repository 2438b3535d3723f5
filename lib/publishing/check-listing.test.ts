import { describe, expect, test } from 'vitest';
import { ageQuestions } from './age';
import { problemsOf } from './check-listing';
import type { Listing } from './schema';

const good: Listing = {
  name: 'Days',
  subtitle: 'Plans your week',
  category: 'productivity',
  subcategory: null,
  description: 'It plans your days, one after the other.',
  promotionalText: '',
  keywords: ['plan', 'week'],
  supportUrl: null,
  privacyUrl: null,
  privacyLabel: { collected: [], linked: [], tracking: [] },
  accessibility: [],
  age: Object.fromEntries(ageQuestions.map(({ id }) => [id, 'none'])),
  translations: {},
  iconId: '0190a1b2-0000-7000-8000-000000000001',
  screenshots: [{ id: '0190a1b2-0000-7000-8000-000000000002', altText: 'A week', platform: null }],
};

const found = (changes: Partial<Listing>, isFirst = true) =>
  problemsOf({ ...good, ...changes }, { isFirst }).map(({ path, code, severity }) => `${severity} ${path} ${code}`);

test('a finished listing has no problems', () => {
  expect(found({})).toEqual([]);
  expect(found({}, false)).toEqual([]);
});

describe('what is missing', () => {
  test.each<[Partial<Listing>, string]>([
    [{ name: 'D' }, 'error name too_short'],
    [{ subtitle: '' }, 'error subtitle missing'],
    [{ category: '' }, 'error category missing'],
    [{ description: 'Too short to tell.' }, 'error description too_short'],
    [{ iconId: null }, 'error iconId missing'],
    [{ screenshots: [] }, 'error screenshots missing'],
    [{ privacyLabel: { collected: ['location'], linked: [], tracking: [] } }, 'error privacyUrl missing'],
    [
      { screenshots: [{ id: good.screenshots[0]!.id, altText: '', platform: null }] },
      'warning screenshots.0.altText missing',
    ],
  ])('%o', (changes, problem) => {
    expect(found(changes)).toEqual([problem]);
  });

  test('each question of age that is open is an error, and the whole questionnaire of an app that is out a warning', () => {
    expect(found({ age: {} })).toHaveLength(ageQuestions.length);
    expect(found({ age: {} }, false)).toEqual(['warning age missing']);
    expect(found({ age: { violence: 'some' } }, false)).toHaveLength(ageQuestions.length - 1);
  });

  test('an app that is out may go on without a screenshot', () => {
    expect(found({ screenshots: [] }, false)).toEqual(['warning screenshots missing']);
  });
});

describe('what does not belong there', () => {
  test.each(['Days for App Store', 'Google Play Days', 'FREE Days', 'Days #1', 'Best Days'])('the name %s', (name) => {
    expect(found({ name })).toEqual(['error name forbidden_word']);
    expect(found({ name }, false)).toEqual(['warning name forbidden_word']);
  });

  test.each(['Freedom', 'Carefree', 'Bestiary', 'Play Storey', 'Days 11'])('%s is a name', (name) => {
    expect(found({ name })).toEqual([]);
  });

  test.each<[Partial<Listing>, string]>([
    [{ name: 'Days https://days.example' }, 'error name link'],
    [{ subtitle: 'See www.days.example' }, 'error subtitle link'],
    [{ name: 'Days.com' }, 'warning name link'],
    [
      { translations: { de: { subtitle: 'http://x.example', description: '', promotionalText: '' } } },
      'error translations.de.subtitle link',
    ],
    [{ name: 'Da\u200bys' }, 'error name invisible_character'],
    [{ subtitle: 'Plans\u202e your week' }, 'error subtitle invisible_character'],
    [{ promotionalText: 'One\nTwo' }, 'error promotionalText invisible_character'],
    [{ description: 'It plans your days,\u0007 one after the other.' }, 'error description invisible_character'],
    [{ keywords: ['plan', 'Plan'] }, 'error keywords.1 repeated'],
    [{ keywords: ['days'] }, 'warning keywords.0 in_name'],
    [{ keywords: ['x'.repeat(41)] }, 'error keywords.0 too_long'],
    [{ name: 'x'.repeat(51) }, 'error name too_long'],
    [{ screenshots: [good.screenshots[0]!, good.screenshots[0]!] }, 'error screenshots.1 repeated'],
  ])('%o', (changes, problem) => {
    expect(found(changes)).toEqual([problem]);
  });

  test('lines of a description, emoji of several parts and joined letters are no invisible characters', () => {
    expect(found({ description: 'It plans your days,\n\n- one\n- after the other.' })).toEqual([]);
    expect(found({ name: 'Family 👨‍👩‍👧', subtitle: 'می‌خواهم' })).toEqual([]);
  });

  test('letters are counted as people count them', () => {
    expect(found({ name: '🍎'.repeat(50) })).toEqual([]);
  });
});
