import { describe, expect, test } from 'vitest';
import { foundGroups, matching, pagesFor, restingGroups, scoreOf, type Surroundings } from './command-items';

const around: Surroundings = {
  isSignedIn: true,
  isAdmin: false,
  isModerator: false,
  theme: 'dark',
  country: 'US',
  countries: [
    { code: 'US', name: 'United States' },
    { code: 'DE', name: 'Germany' },
  ],
  categories: [
    {
      slug: 'games',
      name: 'Games',
      icon: 'gamepad-2',
      hue: 20,
      subcategories: [{ slug: 'puzzle', name: 'Puzzle', appCount: 3 }],
    },
  ],
  signInHref: '/sign-in?next=%2Fapps%2Ftern',
};
const labels = (groups: { items: { label: string }[] }[]) =>
  groups.flatMap(({ items }) => items.map(({ label }) => label));

describe('what the menu offers', () => {
  test('members have their pages, moderators the desk, admins the settings, visitors none of them', () => {
    const pages = (changes: Partial<Surroundings>) => pagesFor({ ...around, ...changes }).map(({ href }) => href);
    expect(pages({})).toContain('/library');
    expect(pages({})).not.toContain('/ops/settings');
    expect(pages({ isAdmin: true })).toContain('/ops/settings');
    expect(pages({})).toContain('/console');
    expect(pages({})).not.toContain('/moderation');
    expect(pages({ isModerator: true })).toContain('/moderation');
    expect(pages({ isSignedIn: false })).toEqual(['/', '/categories']);
  });

  test('visitors may sign in and change country; the one in force is not offered', () => {
    const visitor = labels(restingGroups({ ...around, isSignedIn: false }, []));
    expect(visitor).toContain('Sign in');
    expect(visitor).toContain('Shop in Germany');
    expect(visitor).not.toContain('Shop in United States');
    expect(visitor).not.toContain('Sign out');
    const member = labels(restingGroups(around, []));
    expect(member).toContain('Sign out');
    expect(member).not.toContain('Shop in Germany');
  });

  test('the appearance in force is not offered', () => {
    expect(labels(restingGroups(around, []))).toContain('Light appearance');
    expect(labels(restingGroups(around, []))).not.toContain('Dark appearance');
  });

  test('recent choices stand first, and once', () => {
    const recent = [{ key: 'page:/library', label: 'Library', href: '/library' }];
    const all = labels(restingGroups(around, recent));
    expect(all[0]).toBe('Library');
    expect(all.filter((label) => label === 'Library')).toHaveLength(1);
  });
});

describe('what typing finds', () => {
  test('each typed word must begin a word, accents and case aside', () => {
    expect(scoreOf({ label: 'Payment methods' }, 'pay')).toBeGreaterThan(0);
    expect(scoreOf({ label: 'Payment methods' }, 'METH pay')).toBeGreaterThan(0);
    expect(scoreOf({ label: 'Payment methods' }, 'ayment')).toBe(0);
    expect(scoreOf({ label: 'Café' }, 'cafe')).toBeGreaterThan(0);
    expect(scoreOf({ label: 'Sign out', words: 'log out' }, 'log')).toBeGreaterThan(0);
    expect(scoreOf({ label: 'Sign out' }, '   ')).toBe(0);
    expect(scoreOf({ label: '東京' }, '東')).toBeGreaterThan(0);
  });

  test('names come before other words', () => {
    const commands = [
      { key: 'a', label: 'Account', words: 'library', href: '/a' },
      { key: 'b', label: 'Library', href: '/b' },
    ];
    expect(matching(commands, 'lib', 5).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  test('the whole search is always the last choice, whatever is typed', () => {
    expect(labels(foundGroups(around, 'zzz', []))).toEqual(['Search for “zzz”']);
    const [last] = foundGroups(around, ' a&b ', []).at(-1)!.items;
    expect(last).toMatchObject({ href: '/search?q=a%26b' });
  });

  test('kinds of a category are found by their own name and by their category', () => {
    expect(labels(foundGroups(around, 'puz', []))).toContain('Puzzle');
    expect(labels(foundGroups(around, 'games', [])).slice(0, 2)).toEqual(['Games', 'Puzzle']);
  });
});
