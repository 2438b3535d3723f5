import { beforeAll, describe, expect, it } from 'vitest';
import { createApp, createCategory } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { searchQuery, searchResults, suggestions } from './schema';
import { searchApps, suggest } from './search-apps';

const t = testDatabase();
const search = (values: Record<string, unknown>) =>
  searchApps(t.ctx(), { ...searchQuery.parse(values), country: 'US' });
const names = async (values: Record<string, unknown>) => (await search(values)).items.map((app) => app.name);

beforeAll(async () => {
  await createCategory(t.db, { slug: 'weather', name: 'Weather' });
  await createApp(t.db, { name: 'Tern', categorySlug: 'weather' });
  await createApp(t.db, { name: 'Tern: tide tables', categorySlug: 'weather', stats: { downloads: 1000 } });
  await createApp(t.db, { name: 'Ternary Calculator', stats: { downloads: 50 }, prices: [{ amountMinor: 199 }] });
  await createApp(t.db, { name: 'Little Tern', stats: { downloads: 9 } });
  await createApp(t.db, { name: '100% Focus', stats: { downloads: 5 } });
  await createApp(t.db, { name: '天気ノート', stats: { downloads: 5 } });
  await createApp(t.db, { name: 'Apple Days 🍎', stats: { downloads: 5 } });
  await createApp(t.db, { name: '🍎', stats: { downloads: 4 } });
  await createApp(t.db, { name: 'Run ❤️ Heart', stats: { downloads: 3 } });
  await createApp(t.db, { name: 'Pulse ❤', stats: { downloads: 2 } });
  await createApp(t.db, { name: 'Our Family 👨‍👩‍👧', stats: { downloads: 1 } });
  await createApp(t.db, { name: '東京天気予報アプリ', stats: { downloads: 1 } });
  await createApp(t.db, { name: 'Tern Secret', status: 'draft', stats: { downloads: 9999 } });
});

describe('search', () => {
  it('puts the equal name first, whatever is more popular, and finds listed apps only', async () => {
    const found = await names({ q: ' TERN ' });
    expect(found[0]).toBe('Tern');
    expect(found).toEqual(expect.arrayContaining(['Tern: tide tables', 'Ternary Calculator', 'Little Tern']));
    expect(found).not.toContain('Tern Secret');
  });

  it('finds names by prefix, by a word inside, and with a typo', async () => {
    expect(await names({ q: 'te' })).toContain('Tern');
    expect(await names({ q: 'tide' })).toEqual(['Tern: tide tables']);
    expect(await names({ q: 'tide tabels' })).toContain('Tern: tide tables');
  });

  it('finds what has no words anywhere in a name', async () => {
    expect(await names({ q: '天気' })).toEqual(['天気ノート', '東京天気予報アプリ']);
    expect(await names({ q: '天気予報' })).toContain('東京天気予報アプリ');
    expect(await names({ q: '🍎' })).toEqual(['🍎', 'Apple Days 🍎']);
    for (const q of ['❤️', '❤']) expect(await names({ q })).toEqual(['Run ❤️ Heart', 'Pulse ❤']);
    expect(await names({ q: '👨‍👩‍👧' })).toEqual(['Our Family 👨‍👩‍👧']);
    expect(await names({ q: 'days 🍎 apple' })).toContain('Apple Days 🍎');
    expect((await suggest(t.ctx(), '🍎', 'US')).apps).toHaveLength(2);
  });

  it('answers whatever is typed, half characters too', async () => {
    for (const q of ['🍏', '🇫🇷', '\ud83c', '\u200d', '\ufe0f', '🍎'.repeat(100), '%🍎_', '"🍎\\']) {
      expect(await names({ q })).toEqual([]);
      expect((await suggest(t.ctx(), q, 'US')).apps).toEqual([]);
    }
  });

  it('takes wildcards, quotes and operators as text', async () => {
    expect(await names({ q: '100%' })).toEqual(['100% Focus']);
    for (const q of ['%', '_', "'; drop table apps; --", '\\', '"', 'a:*&!']) {
      expect((await search({ q })).items.map((app) => app.name)).not.toContain('Tern');
    }
  });

  it('filters, counts all matches and their categories, and answers in its promised shape', async () => {
    const answer = searchResults.parse(await search({ q: 'tern', limit: '1' }));
    expect(answer.total).toBe(4);
    expect(answer.facets.category).toEqual({ weather: 2, productivity: 2 });
    expect(await names({ q: 'tern', price: 'paid' })).toEqual(['Ternary Calculator']);
    expect((await names({ q: 'tern', category: 'weather' })).toSorted()).toEqual(['Tern', 'Tern: tide tables']);
  });

  it('pages through everything once; another query’s cursor is stale', async () => {
    const first = await search({ q: 'tern', limit: '3' });
    const second = await search({ q: 'tern', limit: '3', cursor: first.nextCursor });
    expect(new Set([...first.items, ...second.items].map((app) => app.id)).size).toBe(4);
    expect(second.nextCursor).toBeNull();
    await expect(search({ q: 'other', cursor: first.nextCursor })).rejects.toMatchObject({ code: 'stale_cursor' });
  });

  it('without words lists by popularity', async () => {
    expect((await names({}))[0]).toBe('Tern: tide tables');
  });

  it('suggests at most three apps', async () => {
    const answer = suggestions.parse(await suggest(t.ctx(), 't', 'US'));
    expect(answer.apps).toHaveLength(3);
    expect(answer.apps[0]?.name).toBe('Tern: tide tables');
  });
});
