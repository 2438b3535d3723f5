import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createCategory } from '@/tests/factories';
import { createCollection } from './create-collection';
import { getToday } from './today';

const database = testDatabase();
const day = 86_400_000;
const names = (apps: { name: string }[]) => apps.map(({ name }) => name);
const free = [{ amountMinor: 0 }];
const paid = [{ amountMinor: 299 }];

test('a store with nothing in it has empty rails', async () => {
  expect(await getToday(database.ctx(), 'US')).toEqual({
    collections: [],
    fresh: [],
    isFreshOfMonth: true,
    quiet: [],
    free: [],
    paid: [],
    games: [],
  });
});

describe('a store with apps', () => {
  test('the popular ones stand with their kind, most downloaded first, and only what is listed and sold here', async () => {
    const { slug: games } = await createCategory(database.db, { slug: 'games', name: 'Games' });
    await createApp(database.db, { name: 'Free few', prices: free, stats: { downloads: 10 } });
    await createApp(database.db, { name: 'Free many', prices: free, stats: { importedDownloads: 90_000 } });
    await createApp(database.db, { name: 'Paid', prices: paid, stats: { downloads: 50 } });
    await createApp(database.db, { name: 'Game', prices: paid, categorySlug: games, stats: { downloads: 5 } });
    await createApp(database.db, { name: 'Hidden', prices: free, status: 'hidden', stats: { downloads: 1000 } });
    await createApp(database.db, {
      name: 'Elsewhere',
      prices: [{ country: 'DE', currency: 'EUR', amountMinor: 100 }],
      stats: { downloads: 1000 },
    });
    const here = await getToday(database.ctx(), 'US');
    expect([names(here.free), names(here.paid), names(here.games)]).toEqual([
      ['Free many', 'Free few'],
      ['Paid'],
      ['Game'],
    ]);
    expect(names((await getToday(database.ctx(), 'DE')).paid)).toEqual(['Elsewhere', 'Paid']);
  });

  test('the new ones are those that somebody found and nobody regrets, newest first', async () => {
    const at = (days: number) => new Date(Date.now() - days * day);
    const stats = { downloads: 3, ratingCount: 2, ratingSum: 9 };
    await createApp(database.db, { name: 'Today’s', releasedAt: at(0.01), stats });
    await createApp(database.db, { name: 'Regretted', releasedAt: at(0.02), stats: { ...stats, ratingSum: 3 } });
    await createApp(database.db, { name: 'Unfound', releasedAt: at(0.03) });
    await createApp(database.db, { name: 'Unrated', releasedAt: at(0.5), stats: { downloads: 1 } });
    const today = await getToday(database.ctx(), 'US');
    expect(names(today.fresh).slice(0, 2)).toEqual(['Today’s', 'Unrated']);
    expect(names(today.fresh)).not.toContain('Regretted');
    expect(names(today.fresh)).not.toContain('Unfound');
    expect(today.isFreshOfMonth).toBe(true);
    await createApp(database.db, { name: 'Old', releasedAt: at(40), stats });
    expect((await getToday(database.ctx(), 'US')).isFreshOfMonth).toBe(false);
  });

  test('the quietly excellent are well rated by enough people and found by few', async () => {
    const releasedAt = new Date(Date.now() - 300 * day);
    const make = (name: string, ratingCount: number, average: number, downloads: number) =>
      createApp(database.db, { name, releasedAt, stats: { ratingCount, ratingSum: ratingCount * average, downloads } });
    await make('Quiet', 40, 4.75, 400);
    await make('Quieter', 20, 4.75, 400);
    await make('Loud', 40, 4.75, 400_000);
    await make('Nobody knows', 4, 4.75, 400);
    await make('Middling', 40, 4, 400);
    const { quiet } = await getToday(database.ctx(), 'US');
    expect(names(quiet)).toEqual(['Quiet', 'Quieter']);
  });

  test('a long list brings its first apps and says how many there are', async () => {
    const admin = await createActor(database.db, { roles: ['admin'] });
    const apps: string[] = [];
    for (let i = 0; i < 14; i += 1) apps.push((await createApp(database.db)).app.id);
    const startsAt = new Date(Date.now() - day).toISOString();
    await createCollection(database.ctx({ actor: admin }), {
      kind: 'list',
      title: 'Long',
      slug: 'long',
      startsAt,
      apps,
    });
    const [list] = (await getToday(database.ctx(), 'US')).collections;
    expect(list?.appCount).toBe(14);
    expect(list?.apps.map(({ id }) => id)).toEqual(apps.slice(0, 9));
  });
});
