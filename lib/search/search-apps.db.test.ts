import { beforeAll, describe, expect, it } from 'vitest';
import { createApp, createCategory, createOrganization } from '@/tests/factories';
import { requireKnownCategories } from '@/lib/catalog/known-filters';
import { forgetSettings } from '@/lib/settings';
import { testDatabase } from '@/tests/database';
import { indexEverything } from '@/tests/search';
import { countSearches } from './popular-queries';
import { postgresEngine } from './postgres/engine';
import { windowSize } from './rules';
import { searchQuery, searchResults, suggestions } from './schema';
import { searchApps } from './search-apps';
import { suggest } from './suggest';

const t = testDatabase();
const search = (values: Record<string, unknown>, country = 'US') =>
  searchApps(t.ctx(), { ...searchQuery.parse(values), country });
const names = async (values: Record<string, unknown>) => (await search(values)).items.map((app) => app.name);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

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
  await createApp(t.db, { name: '東京天気予報アプリ', stats: { downloads: 1 } });
  await createApp(t.db, { name: 'Tern Secret', status: 'draft', stats: { downloads: 9999 } });
  await createApp(t.db, { name: 'Quillpay', releasedAt: daysAgo(900), lastReleasedAt: daysAgo(900) });
  await createApp(t.db, { name: 'QuiIlpay', stats: { downloads: 9000 } });
  // In Cyrillic but for two letters.
  await createApp(t.db, { name: 'ԛuіllрау', categorySlug: 'weather', stats: { downloads: 9000 } });
  const { id: organizationId } = await createOrganization(t.db);
  for (let i = 0; i < windowSize + 35; i += 1) {
    await createApp(t.db, { organizationId, name: `Gannet ${i}`, stats: { downloads: (i * 37) % 101 } });
  }
  await indexEverything(t.ctx());
});

describe('search', () => {
  it('puts the equal name first, whatever is more popular, and finds listed apps only', async () => {
    const found = await names({ q: ' TERN ' });
    expect(found[0]).toBe('Tern');
    expect(found).toEqual(expect.arrayContaining(['Tern: tide tables', 'Ternary Calculator', 'Little Tern']));
    expect(found).not.toContain('Tern Secret');
  });

  it('puts an imitator directly below what it imitates, also when its name was searched for', async () => {
    const found = await names({ q: 'quillpay' });
    expect(found[0]).toBe('Quillpay');
    expect(found).not.toContain('ԛuіllрау');
    expect((await names({ q: 'QuiIlpay' })).slice(0, 2)).toEqual(['Quillpay', 'QuiIlpay']);
    const first = await search({ q: 'QUIilpay', limit: '1' });
    const second = await search({ q: 'QUIilpay', limit: '1', cursor: first.nextCursor });
    expect(
      [first.total, ...first.items, ...second.items].map((one) => (typeof one === 'number' ? one : one.name)),
    ).toEqual([2, 'Quillpay', 'QuiIlpay']);
    expect((await names({ q: 'ԛuіllрау' })).slice(0, 2)).toEqual(['Quillpay', 'ԛuіllрау']);
    expect(await names({ q: 'ԛuіllрау', category: 'weather' })).toEqual(['ԛuіllрау']);
    expect((await suggest(t.ctx(), 'qui', 'US')).apps.slice(0, 2).map(({ name }) => name)).toEqual([
      'Quillpay',
      'QuiIlpay',
    ]);
  });

  it('finds what has no words, and answers whatever is typed, half characters too', async () => {
    expect(await names({ q: '天気' })).toEqual(expect.arrayContaining(['天気ノート', '東京天気予報アプリ']));
    expect((await names({ q: '🍎' })).slice(0, 2)).toEqual(['🍎', 'Apple Days 🍎']);
    for (const q of [
      '🇫🇷',
      '\ud83c',
      '\u200d',
      '\ufe0f',
      '%',
      '_',
      '- _ !',
      "'; drop table apps; --",
      '\\',
      '"',
      'a:*&!',
      'ﷺ'.repeat(200),
    ]) {
      const found = await search({ q });
      expect(found.items.map((app) => app.name)).not.toContain('Tern');
      await suggest(t.ctx(), q, 'US');
    }
    expect(await names({ q: '100%' })).toContain('100% Focus');
  });

  it('filters, counts all matches and their categories, and answers in its promised shape', async () => {
    const answer = searchResults.parse(await search({ q: 'tern', limit: '1' }));
    expect(answer).toMatchObject({ total: 4, isTotalCapped: false, engine: 'postgres', degraded: false });
    expect(answer.items).toHaveLength(1);
    expect(answer.facets.category).toMatchObject({ weather: 2, productivity: 2 });
    expect(await names({ q: 'tern', price: 'paid' })).toEqual(['Ternary Calculator']);
    expect((await names({ q: 'tern', category: 'weather' })).toSorted()).toEqual(['Tern', 'Tern: tide tables']);
  });

  it('without words lists by popularity', async () => {
    expect((await names({}))[0]).toBe('QuiIlpay');
    const { items, partial } = await search({ sort: 'newest', limit: '100' });
    expect(items).toHaveLength(100);
    expect(partial).toEqual([]);
  });

  it('punctuation and control characters alone are as nothing typed; between words they are spaces', async () => {
    const { total } = await search({});
    for (const q of ['-', '...', '\u0001\u0002', '\0']) expect((await search({ q })).total).toBe(total);
    const first = await search({ q: '-', limit: '1' });
    const second = await search({ q: '-', limit: '1', cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual((await names({})).slice(0, 2));
    expect((await search({ q: 'tern\0tide' })).items.map(({ name }) => name)).toContain('Tern: tide tables');
  });

  it('refuses categories that are not there and prices that nothing can have', async () => {
    await expect(requireKnownCategories(t.ctx(), { category: 'nope', subcategory: 'weather' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'invalid_request',
      extras: { errors: [{ path: 'category' }, { path: 'subcategory' }] },
    });
    await requireKnownCategories(t.ctx(), { category: 'weather' });
    expect(searchQuery.safeParse({ minPrice: '500', maxPrice: '100' }).error?.issues[0]?.path).toEqual(['maxPrice']);
    for (const prices of [{ minPrice: '5' }, { maxPrice: '5' }, { minPrice: '5', maxPrice: '5' }]) {
      expect(searchQuery.safeParse(prices).success).toBe(true);
    }
  });

  it('no longer shows what was taken down a moment ago, and goes on behind it', async () => {
    const { app } = await createApp(t.db, { name: 'Skua one' });
    await createApp(t.db, { name: 'Skua two' });
    await indexEverything(t.ctx());
    await t.sql`update apps set status = 'removed' where id = ${app.id}`;
    expect(await names({ q: 'skua' })).toEqual(['Skua two']);
    const first = await search({ q: 'skua', limit: '1' });
    const second = await search({ q: 'skua', limit: '1', cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Skua two']);
    expect((await suggest(t.ctx(), 'skua', 'US')).apps.map(({ name }) => name)).toEqual(['Skua two']);
  });
});

describe('partial matches', () => {
  it('stand apart on a first page of few hits, none of them twice; `total` does not count them', async () => {
    const { items, partial, total } = await search({ q: 'tern calculator' });
    expect(total).toBe(items.length);
    expect(partial.length).toBeGreaterThan(0);
    expect(partial.length).toBeLessThanOrEqual(10);
    const found = new Set(items.map(({ id }) => id));
    expect(partial.filter(({ id }) => found.has(id))).toEqual([]);
    expect([...items, ...partial].map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Tern', 'Ternary Calculator']),
    );
  });

  it('are none for one word, beside five hits or more, and on later pages', async () => {
    expect((await search({ q: 'quillpay' })).partial).toEqual([]);
    expect((await search({ q: 'gannet 1' })).partial).toEqual([]);
    const first = await search({ q: 'tern tide', limit: '1' });
    if (first.nextCursor) {
      expect((await search({ q: 'tern tide', limit: '1', cursor: first.nextCursor })).partial).toEqual([]);
    }
  });
});

describe('pages', () => {
  it('give everything once, the window by rank and then the engine’s order, whatever their lengths', async () => {
    const query = { q: 'gannet', sort: 'relevance', match: 'all', limit: 300, offset: 0 } as const;
    const own = (await postgresEngine.search(t.ctx(), query)).candidates.map(({ id }) => id);
    expect(own).toHaveLength(windowSize + 35);
    for (const limits of [[100], [30], [7, 90, 100, 1, 50]]) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; cursor !== null; page += 1) {
        const limit = String(limits[page % limits.length]);
        const answer = await search({ q: 'gannet', limit, ...(cursor ? { cursor } : {}) });
        expect(answer.total).toBe(own.length);
        seen.push(...answer.items.map(({ id }) => id));
        cursor = answer.nextCursor;
      }
      expect(new Set(seen).size).toBe(own.length);
      expect(seen).toHaveLength(own.length);
      expect(seen.slice(0, windowSize).toSorted()).toEqual(own.slice(0, windowSize).toSorted());
      expect(seen.slice(windowSize)).toEqual(own.slice(windowSize));
    }
  });

  it('are in the asked order throughout where it is not relevance', async () => {
    const seen: number[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const answer = await search({ q: 'gannet', sort: 'popular', limit: '60', ...(cursor ? { cursor } : {}) });
      seen.push(...answer.items.map(({ downloads }) => downloads));
      cursor = answer.nextCursor;
    }
    expect(seen).toHaveLength(windowSize + 35);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('do not go on with the cursor of another search', async () => {
    const { nextCursor: cursor } = await search({ q: 'gannet' });
    expect((await search({ q: ' GANNET', cursor })).items).toHaveLength(20);
    for (const other of [{ q: 'tern' }, { q: 'gannet', sort: 'popular' }, { q: 'gannet', price: 'free' }]) {
      await expect(search({ ...other, cursor })).rejects.toMatchObject({ kind: 'invalid', code: 'stale_cursor' });
    }
    await expect(search({ q: 'gannet', cursor }, 'DE')).rejects.toMatchObject({ code: 'stale_cursor' });
    await expect(search({ q: 'gannet', cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  it('are stale when the index has the prices of another country', async () => {
    const { nextCursor: cursor } = await search({ q: 'gannet' });
    await t.sql`insert into settings (key, value, updated_at) values ('defaultCountry', '"DE"', now())`;
    forgetSettings();
    try {
      await expect(search({ q: 'gannet', cursor })).rejects.toMatchObject({ code: 'stale_cursor' });
    } finally {
      await t.sql`delete from settings`;
      forgetSettings();
    }
  });
});

describe('suggestions', () => {
  it('are at most three apps, and queries of many people that begin so and are no app’s name', async () => {
    const later = t.ctx({ now: new Date(Date.now() + 60_000) });
    for (const [q, people] of [
      ['tern', 40],
      ['tern tables', 30],
      ['ternary', 25],
      ['terns at sea', 5],
    ] as const) {
      for (let i = 0; i < people; i += 1) {
        const address = `198.51.100.${i}`;
        await searchApps(t.ctx(), { ...searchQuery.parse({ q, limit: '1' }), country: 'US', address });
      }
      await countSearches(later);
    }
    const answer = suggestions.parse(await suggest(t.ctx(), 'te', 'US'));
    expect(answer.apps).toHaveLength(3);
    expect(answer.queries).toEqual(['tern tables', 'ternary'].filter((q) => answer.queries.includes(q)));
    expect(answer.queries).toContain('tern tables');
    expect(answer.queries).not.toContain('terns at sea');
  });

  it('are nothing for nothing', async () => {
    expect(await suggest(t.ctx(), '\u0000', 'US')).toEqual({ apps: [], queries: [] });
    expect(await suggest(t.ctx(), 'zzzzqqqq', 'US')).toEqual({ apps: [], queries: [] });
  });
});
