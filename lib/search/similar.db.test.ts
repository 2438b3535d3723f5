import { beforeAll, describe, expect, it } from 'vitest';
import { createApp, createPurchase, createUser } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { indexEverything } from '@/tests/search';
import { countCompanions } from './companions';
import { refreshTerms } from './postgres/terms';
import { listRelated, listSimilar } from './similar';

const t = testDatabase();
const apps: Record<string, string> = {};
const idOf = (name: string) => apps[name] ?? '';
const similar = async (name: string) => (await listSimilar(t.ctx(), idOf(name), 'US')).map((card) => card.name);

beforeAll(async () => {
  const rows = [
    { name: 'Tidewatch', categorySlug: 'weather', subtitle: 'Tides for sailors', keywords: ['tide', 'harbour'] },
    { name: 'Low Water', categorySlug: 'weather', description: 'When the tide turns in your harbour, for sailors.' },
    { name: 'Spring Tide', categorySlug: 'weather', keywords: ['tide', 'harbour'], downloads: 3 },
    { name: 'Umbrella', categorySlug: 'weather', subtitle: 'Rain and wind', downloads: 90_000 },
    { name: 'Sunny', categorySlug: 'weather', subtitle: 'Forecasts', downloads: 500 },
    { name: 'Harbour Tide Game', categorySlug: 'games', keywords: ['tide', 'harbour'] },
    { name: 'Hidden Tide', categorySlug: 'weather', keywords: ['tide', 'harbour'], status: 'hidden' },
    { name: 'Lonely', categorySlug: 'travel', subtitle: 'Like nothing else' },
    {
      name: "O'Brien\\'s & co | ~tide:*",
      categorySlug: 'finance',
      description: "It's 'quoted' \\ & | ! <-> :* ~c:games",
    },
    { name: "Quoted O'Brien", categorySlug: 'finance', description: 'Quoted, too.' },
  ];
  for (const { downloads, ...columns } of rows) {
    const { app } = await createApp(t.db, { description: '', ...columns, stats: { downloads: downloads ?? 0 } });
    apps[columns.name] = app.id;
  }
  for (let i = 0; i < 30; i += 1) await createApp(t.db, { categorySlug: 'education', subtitle: '', description: '' });
  await indexEverything(t.ctx());
  await refreshTerms(t.ctx());
});

describe('similar apps', () => {
  it('share what is rare, first of all in the category, then come the popular ones; never itself', async () => {
    const found = await similar('Tidewatch');
    expect(found.slice(0, 2).toSorted()).toEqual(['Low Water', 'Spring Tide']);
    expect(found).toEqual(expect.arrayContaining(['Harbour Tide Game', 'Umbrella', 'Sunny']));
    expect(found.indexOf('Umbrella')).toBeLessThan(found.indexOf('Sunny'));
    expect(found).not.toContain('Tidewatch');
    expect(found).not.toContain('Hidden Tide');
  });

  it('are at most twelve', async () => {
    const [row] = await t.sql<{ id: string }[]>`select id from apps where category_slug = 'education' limit 1`;
    expect(await listSimilar(t.ctx(), row?.id ?? '', 'US')).toHaveLength(12);
  });

  it('take whatever is written as words', async () => {
    expect((await similar("O'Brien\\'s & co | ~tide:*"))[0]).toBe("Quoted O'Brien");
  });

  it('are none where nothing is alike and the category is empty, and of nobody', async () => {
    expect(await similar('Lonely')).toEqual([]);
    expect(await listSimilar(t.ctx(), '00000000-0000-7000-8000-000000000000', 'US')).toEqual([]);
  });

  it('go without the index by popularity', async () => {
    const { app } = await createApp(t.db, { categorySlug: 'weather' });
    expect((await listSimilar(t.ctx(), app.id, 'US'))[0]?.name).toBe('Umbrella');
  });

  it('stand beside what is bought together', async () => {
    for (let i = 0; i < 5; i += 1) {
      const user = await createUser(t.db);
      for (const name of ['Tidewatch', 'Lonely']) {
        const [price] = await t.sql`select * from app_prices where app_id = ${idOf(name)}`;
        const { id, amount_minor, currency, kind, country } = price as Record<string, string>;
        await createPurchase(t.db, {
          user,
          app: { id: idOf(name) },
          price: { id, amountMinor: Number(amount_minor), currency, kind, country } as never,
        });
      }
    }
    await countCompanions(t.ctx());
    const { items, boughtTogether } = await listRelated(t.ctx(), idOf('Lonely'), 'US');
    expect(items).toEqual([]);
    expect(boughtTogether.map(({ name }) => name)).toEqual(['Tidewatch']);
  });
});
