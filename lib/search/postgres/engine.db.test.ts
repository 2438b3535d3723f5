import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { documentOf, idOf, queryOf } from '@/tests/search-documents';
import type { SearchDocument } from '../documents';
import type { EngineQuery } from '../engine';
import { normalise } from '../text';
import { postgresEngine } from './engine';
import { refreshTerms } from './terms';

const t = testDatabase();

const titles = [
  'Tern',
  'Tern: tide tables',
  'Ternary Calculator',
  'Little Tern',
  'BlueChat',
  'Notepad Plus',
  'STAR MAPS™ Pocket',
  "Baker's Dozen",
  'Калькулятор',
  'Ελληνικά Νέα',
  '東京天気予報アプリ',
  'แผนที่กรุงเทพ',
  'Apple Days 🍎',
  'Run ❤️ Heart',
  '!!!',
  'Straßenkarte',
  'İstanbul Kart',
];

const put = async (documents: SearchDocument[]) => {
  for (const { id } of documents) await createApp(t.db, { id });
  await postgresEngine.put(t.ctx(), documents);
};
const search = (values: Partial<EngineQuery>) =>
  postgresEngine.search(t.ctx(), queryOf({ ...values, ...(values.q === undefined ? {} : { q: normalise(values.q) }) }));
const names = async (values: Partial<EngineQuery>) => (await search(values)).candidates.map(({ name }) => name);
const suggested = async (q: string, limit = 3) =>
  (await postgresEngine.suggest(t.ctx(), normalise(q), limit)).map(({ name }) => name);

beforeAll(async () => {
  await put(titles.map((name, i) => documentOf({ id: idOf(100 + i), name, downloads: 10 * (titles.length - i) })));
  await put([
    documentOf({
      id: idOf(200),
      name: 'Gull',
      description: 'A calendar for everybody who watches sea birds from piers.',
    }),
    documentOf({ id: idOf(201), name: 'Heron', description: 'Birds. It has a sea of settings.', downloads: 9_000 }),
    documentOf({ id: idOf(202), name: 'Auk', subtitle: 'Convert units', description: 'Metres and miles.' }),
  ]);
  await refreshTerms(t.ctx());
});

describe('finding', () => {
  it('puts the equal name first, then names whose head or beginning it is', async () => {
    expect((await names({ q: 'tern' })).slice(0, 3)).toEqual(['Tern', 'Tern: tide tables', 'Ternary Calculator']);
    expect(await names({ q: 'tern' })).toContain('Little Tern');
  });

  it.each([
    ['blue chat', 'BlueChat'],
    ['bluechat', 'BlueChat'],
    ['chat', 'BlueChat'],
    ['notepadplus', 'Notepad Plus'],
    ['star maps', 'STAR MAPS™ Pocket'],
    ['STAR MAPS™', 'STAR MAPS™ Pocket'],
    ['bakers dozen', "Baker's Dozen"],
    ['baker’s doz', "Baker's Dozen"],
    ['strassenkarte', 'Straßenkarte'],
    ['istanbul', 'İstanbul Kart'],
    ['ελληνικα', 'Ελληνικά Νέα'],
    ['!!!', '!!!'],
    ['!!', '!!!'],
  ])('%j finds %j, however it is written', async (q, name) => {
    expect((await names({ q }))[0]).toBe(name);
  });

  it.each([
    ['calandar', 'Gull'],
    ['ternary calclatr', 'Ternary Calculator'],
    ['notepda plus', 'Notepad Plus'],
    ['notpad pluss', 'Notepad Plus'],
    ['ternary calcul', 'Ternary Calculator'],
    ['ternary calcil', 'Ternary Calculator'],
    ['калкулятор', 'Калькулятор'],
  ])('%j is taken for mistyped and finds %j', async (q, name) => {
    expect((await names({ q }))[0]).toBe(name);
  });

  it.each([
    ['天気', '東京天気予報アプリ'],
    ['予報アプリ', '東京天気予報アプリ'],
    ['東', '東京天気予報アプリ'],
    ['リ', '東京天気予報アプリ'],
    ['กรุงเทพ', 'แผนที่กรุงเทพ'],
    ['🍎', 'Apple Days 🍎'],
    ['❤', 'Run ❤️ Heart'],
    ['❤️', 'Run ❤️ Heart'],
  ])('%j is found inside a name: %j', async (q, name) => {
    expect(await names({ q })).toEqual([name]);
    expect(await names({ q: `${q}🍏` })).toEqual([]);
  });

  it('words that stand together are worth more than the same words apart', async () => {
    expect(await names({ q: 'sea birds' })).toEqual(['Gull', 'Heron']);
  });

  it('finds singulars and plurals of each other', async () => {
    expect(await names({ q: 'calendars' })).toEqual(['Gull']);
    expect(await names({ q: 'unit convert' })).toEqual(['Auk']);
  });

  it('partial matches know long words by their beginnings and do without small ones', async () => {
    expect(await names({ q: 'convertidor de unidades', match: 'any' })).toEqual(['Auk']);
    expect(await names({ q: 'from zeppelins', match: 'any' })).toEqual([]);
  });

  it('what was put after the terms were counted is found by its words and by their beginnings', async () => {
    await put([documentOf({ id: idOf(300), name: 'Quetzal Radio' })]);
    for (const q of ['quetzal', 'radio', 'que', 'q', 'quetz']) expect(await names({ q })).toContain('Quetzal Radio');
    expect(await suggested('q')).toEqual(['Quetzal Radio']);
    await postgresEngine.remove(t.ctx(), [idOf(300)]);
    expect(await names({ q: 'quetzal' })).toEqual([]);
  });

  it('takes documents of apps that are gone without a word, and text that Postgres cannot store', async () => {
    await postgresEngine.put(t.ctx(), [documentOf({ id: idOf(999), name: 'Zzyzx' })]);
    expect(await names({ q: 'zzyzx' })).toEqual([]);
    await put([documentOf({ id: idOf(301), name: 'Odd\ud83c\0 Name', description: "it's \\ 'quoted' \ud83c" })]);
    expect((await names({ q: 'odd name' }))[0]).toContain('Odd');
    await postgresEngine.remove(t.ctx(), [idOf(301)]);
  });
});

describe('hyphens', () => {
  beforeAll(async () => {
    await put([
      documentOf({ id: idOf(400), name: 'Egret', description: 'Reads your e-mail over wi-fi.' }),
      documentOf({ id: idOf(401), name: 'Curlew', subtitle: 'Email for the wifi' }),
      documentOf({ id: idOf(402), name: 'Dunlin', description: 'It is about blue and green birds.' }),
    ]);
    await refreshTerms(t.ctx());
  });
  afterAll(() => postgresEngine.remove(t.ctx(), [idOf(400), idOf(401), idOf(402)]));

  it.each([
    ['email', 'e-mail'],
    ['wifi', 'wi-fi'],
    ['email wifi', 'e-mail wi‑fi'],
  ])('%j and %j find the same', async (one, other) => {
    expect((await names({ q: one })).toSorted()).toEqual(['Curlew', 'Egret']);
    expect((await names({ q: other })).toSorted()).toEqual(['Curlew', 'Egret']);
  });

  it('what nobody writes as one word is found by its parts', async () => {
    expect(await names({ q: 'blue-green' })).toEqual(['Dunlin']);
  });
});

describe('hostile and odd input', () => {
  it.each([
    ...[
      "'",
      "''",
      '\\',
      '"',
      '"a" & !b',
      'a:*',
      'a | b',
      '<->',
      '(((',
      ':A',
      "x'y'z",
      '%',
      '_',
      '\u200d',
      '\ufe0f',
      '\ud83c',
    ],
    ...[
      '~',
      '~free',
      '^t',
      '🇫🇷',
      ' '.repeat(50),
      'a'.repeat(200),
      '天'.repeat(200),
      'a b '.repeat(50),
      '🍎'.repeat(100),
    ],
  ])('%j is answered, by every way of asking', async (q) => {
    for (const match of ['all', 'any'] as const) {
      for (const sort of ['relevance', 'newest', 'price'] as const) {
        expect((await search({ q, match, sort })).total).toBeGreaterThanOrEqual(0);
      }
    }
    expect(Array.isArray(await suggested(q))).toBe(true);
  });

  it('what filters are written with is not found', async () => {
    for (const q of ['~free', '~c:tools', '^tern', '~d5']) expect(await names({ q })).not.toContain('Gull');
  });
});

describe('suggestions', () => {
  it('are the most popular names that begin so, from one letter on', async () => {
    expect(await suggested('t')).toEqual(['Tern', 'Tern: tide tables', 'Ternary Calculator']);
    expect(await suggested('te', 2)).toEqual(['Tern', 'Tern: tide tables']);
    expect(await suggested('tern')).toEqual(['Tern', 'Tern: tide tables', 'Ternary Calculator']);
  });

  it('then names with a word that begins so, then mistyped ones', async () => {
    expect(await suggested('tide')).toEqual(['Tern: tide tables']);
    expect(await suggested('little te')).toEqual(['Little Tern']);
    expect(await suggested('litle')).toEqual(['Little Tern']);
    expect(await suggested('calendar')).toEqual([]);
  });

  it('of a mistyped name are the nearest names, not apps that say the word elsewhere, however popular', async () => {
    await put([
      documentOf({ id: idOf(500), name: 'Weather Then', downloads: 5 }),
      documentOf({ id: idOf(501), name: 'Chore Weather', downloads: 800 }),
      documentOf({ id: idOf(502), name: 'Brolly', subtitle: 'Weather, hour by hour', downloads: 90_000 }),
    ]);
    await refreshTerms(t.ctx());
    for (const q of ['weathr', 'waether']) expect(await suggested(q)).toEqual(['Weather Then', 'Chore Weather']);
    expect(await suggested('weathr thn')).toEqual(['Weather Then']);
    await postgresEngine.remove(t.ctx(), [idOf(500), idOf(501), idOf(502)]);
  });
});
