import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '@/lib/context';
import type { SearchDocument } from '@/lib/search/documents';
import type { EngineQuery, SearchEngine } from '@/lib/search/engine';
import { normalise } from '@/lib/search/text';
import { day, documentOf, hostile, idOf, queryOf, shelf } from './search-documents';

type Bench = {
  engine: SearchEngine;
  ctx: Ctx;
  /** Whatever must be there before documents of these apps can be put. */
  prepare(documents: readonly SearchDocument[]): Promise<void>;
  /** What is done from time to time, for words that were not there before. */
  settle?(): Promise<void>;
};

/** What every engine of search keeps, run against each of them. */
export function searchEngineContract(name: string, open: () => Promise<Bench>): void {
  describe(`${name} answers searches:`, () => {
    let bench: Bench;

    beforeAll(async () => {
      bench = await open();
      await bench.prepare(shelf);
      await bench.engine.put(bench.ctx, shelf);
      await bench.settle?.();
    });

    const search = (values: Partial<EngineQuery>) => {
      const q = values.q === undefined ? {} : { q: normalise(values.q) };
      return bench.engine.search(bench.ctx, queryOf({ ...values, ...q }));
    };
    const names = async (values: Partial<EngineQuery>) => (await search(values)).candidates.map((one) => one.name);
    const found = async (values: Partial<EngineQuery>) => (await names(values)).sort();

    async function versions(): Promise<{ id: string; version: string }[]> {
      const all: { id: string; version: string }[] = [];
      for await (const one of bench.engine.versions(bench.ctx)) all.push(one);
      return all;
    }

    test('a document is found when it has been put, in its new form when replaced, and not when removed', async () => {
      const before = documentOf({ id: idOf(90), name: 'Quokka Timer' });
      const after = documentOf({ id: idOf(90), name: 'Wombat Timer' });
      await bench.prepare([before]);
      await bench.engine.put(bench.ctx, [before]);
      expect(await names({ q: 'quokka' })).toEqual(['Quokka Timer']);
      await bench.engine.put(bench.ctx, [after]);
      expect(await names({ q: 'quokka' })).toEqual([]);
      expect(await names({ q: 'wombat' })).toEqual(['Wombat Timer']);
      await bench.engine.remove(bench.ctx, [after.id]);
      await bench.engine.remove(bench.ctx, [after.id, idOf(91)]);
      expect(await names({ q: 'wombat' })).toEqual([]);
      expect((await versions()).map(({ id }) => id)).not.toContain(after.id);
    });

    test('putting and removing nothing is fine', async () => {
      await bench.engine.put(bench.ctx, []);
      await bench.engine.remove(bench.ctx, []);
    });

    test('every id comes with its version, in the order of ids', async () => {
      expect(await versions()).toEqual(shelf.map(({ id, version }) => ({ id, version })));
    });

    test('a found app comes with what re-ranking looks at, and a score', async () => {
      const { candidates } = await search({ q: 'sunflower notes' });
      const {
        id,
        name: title,
        normalisedName,
        skeleton,
        organizationId,
        isVerified,
        category,
      } = shelf[0] as SearchDocument;
      expect(candidates).toEqual([
        {
          ...{ id, name: title, normalisedName, skeleton, organizationId, isVerified, category },
          ...{ releasedAt: 10 * day, ratingCount: 0, downloads: 900, engagement: 0 },
          averageRating: expect.closeTo(4.6, 5),
          score: expect.any(Number),
        },
      ]);
    });

    test.each([
      ['the name', 'sunflower'],
      ['a name in other case', 'SUNFLOWER notes'],
      ['words in another order', 'notes sunflower'],
      ['the beginning of a name', 'sunfl'],
      ['a name with a letter missing', 'sunflowr'],
      ['a name with two letters swapped', 'sunflwoer'],
      ['a keyword', 'markdown'],
      ['the developer', 'meadow works'],
      ['the subtitle', 'write it down'],
      ['the description', 'thoughts'],
      ['words of different fields', 'meadow notes'],
    ])('%s finds an app', async (_, q) => {
      expect(await names({ q })).toEqual(['Sunflower Notes']);
    });

    test('synonyms find what is called otherwise', async () => {
      expect(await found({ q: 'picture' })).toEqual(['Photo Booth', 'Photo Garden']);
    });

    test('accents may be missing or too many', async () => {
      for (const q of ['cafe finder', 'café finder']) expect(await names({ q })).toEqual(['Café Finder']);
      expect((await names({ q: 'café' }))[0]).toBe('Café Finder');
      expect(await names({ q: 'plantér' })).toEqual(['Planter']);
    });

    test('a name in a script without spaces is found by its beginning', async () => {
      expect(await names({ q: '天気' })).toEqual(['天気予報']);
      expect(await names({ q: '天気予報' })).toEqual(['天気予報']);
    });

    test('a word in the name is worth more than one in the description', async () => {
      expect(await names({ q: 'garden' })).toEqual(['Photo Garden', 'Planter']);
    });

    test('all words must be there, or any where that is asked', async () => {
      expect(await names({ q: 'photo garden' })).toEqual(['Photo Garden']);
      expect(await names({ q: 'photo zeppelin' })).toEqual([]);
      const { candidates } = await search({ q: 'photo zeppelin', match: 'any' });
      expect(candidates.map((one) => one.name).sort()).toEqual(['Photo Booth', 'Photo Garden']);
    });

    test('nothing typed is everything, by popularity', async () => {
      const { total, isTotalCapped } = await search({});
      expect([total, isTotalCapped]).toEqual([6, false]);
      const all = ['Sunflower Notes', 'Photo Booth', 'Photo Garden', 'Planter', 'Café Finder', '天気予報'];
      expect(await names({})).toEqual(all);
    });

    test.each([
      ['category', { category: 'photography' }, ['Photo Booth', 'Photo Garden']],
      ['subcategory', { category: 'productivity', subcategory: 'writing' }, ['Sunflower Notes']],
      ['platform', { platform: 'ios' }, ['Photo Garden', 'Sunflower Notes']],
      ['paid', { price: 'paid' }, ['Photo Booth', 'Photo Garden']],
      ['free, which not being for sale is not', { price: 'free' }, ['Planter', 'Sunflower Notes', '天気予報']],
      ['price range', { minPrice: 100, maxPrice: 300 }, ['Photo Booth']],
      ['rating', { minRating: 4 }, ['Photo Garden', 'Sunflower Notes']],
      ['age', { age: 9, minRating: 1 }, ['Photo Garden', 'Sunflower Notes']],
      ['developer', { developer: 'lumen' }, ['Photo Booth', 'Photo Garden']],
      ['accessibility', { accessibility: ['captions', 'keyboard'] }, ['Sunflower Notes']],
      ['several at once', { category: 'photography', platform: 'ios', age: 12 }, ['Photo Garden']],
    ] satisfies [string, Partial<EngineQuery>, string[]][])('filters by %s', async (_, filters, expected) => {
      expect(await found(filters)).toEqual(expected);
      expect((await search(filters)).total).toBe(expected.length);
    });

    test('filters and words hold together', async () => {
      expect(await names({ q: 'photo', platform: 'android' })).toEqual(['Photo Booth']);
    });

    test('facets count what each choice would leave', async () => {
      const { facets } = await search({ q: 'photo' });
      expect(facets).toEqual({
        category: { photography: 2 },
        platform: { android: 1, ios: 1 },
        price: { paid: 2 },
        minRating: { 3: 2, 4: 1 },
        age: { 9: 1, 12: 2, 16: 2 },
      });
    });

    test('the facet that was chosen from counts its other choices, the rest what is left', async () => {
      const { facets, total } = await search({ category: 'photography', minRating: 4 });
      expect(total).toBe(1);
      expect(facets).toMatchObject({
        category: { productivity: 1, photography: 1 },
        minRating: { 3: 2, 4: 1 },
        platform: { ios: 1 },
        price: { paid: 1 },
      });
      expect(facets.category).not.toHaveProperty('lifestyle');
    });

    test.each([
      ['popular', ['Sunflower Notes', 'Photo Booth', 'Photo Garden', 'Planter', 'Café Finder', '天気予報']],
      ['rating', ['Sunflower Notes', 'Photo Garden', 'Photo Booth', 'Planter', 'Café Finder', '天気予報']],
      ['newest', ['天気予報', 'Planter', 'Photo Booth', 'Photo Garden', 'Sunflower Notes', 'Café Finder']],
      ['price', ['Sunflower Notes', 'Planter', '天気予報', 'Photo Booth', 'Photo Garden', 'Café Finder']],
    ] as const)('sorts by %s, ties by id, what has no such figure last', async (sort, expected) => {
      expect(await names({ sort })).toEqual(expected);
    });

    test('by rating means the trusted one, which few ratings do not lift', async () => {
      const few = documentOf({ id: idOf(80), name: 'Vireo one', averageRating: 5, trustedRating: 4.05 });
      const many = documentOf({ id: idOf(81), name: 'Vireo two', averageRating: 4.6, trustedRating: 4.59 });
      await bench.prepare([few, many]);
      await bench.engine.put(bench.ctx, [few, many]);
      expect(await names({ q: 'vireo', sort: 'rating' })).toEqual(['Vireo two', 'Vireo one']);
      expect((await names({ sort: 'rating' })).indexOf('Vireo two')).toBeLessThan(
        (await names({ sort: 'rating' })).indexOf('Vireo one'),
      );
      await bench.engine.remove(bench.ctx, [few.id, many.id]);
    });

    test('a sort orders all that was found, however well it fits', async () => {
      expect(await names({ q: 'garden', sort: 'newest' })).toEqual(['Planter', 'Photo Garden']);
      expect(await names({ q: 'photo', sort: 'price' })).toEqual(['Photo Booth', 'Photo Garden']);
      expect(await names({ q: 'photo', sort: 'rating' })).toEqual(['Photo Garden', 'Photo Booth']);
    });

    test.each([
      {},
      { q: 'photo' },
      { q: 'garden', sort: 'newest' },
      { sort: 'price' },
    ] satisfies Partial<EngineQuery>[])('pages of %j follow each other without repeats and gaps', async (query) => {
      const all = await names(query);
      const pages: string[] = [];
      for (let offset = 0; offset < all.length + 2; offset += 2) {
        pages.push(...(await names({ ...query, limit: 2, offset })));
      }
      expect(pages).toEqual(all);
    });

    test.each(hostile)('%j is text: it is answered, and finds nothing that does not say it', async (q) => {
      const { candidates, total } = await search({ q });
      expect(candidates.map((one) => one.name).sort()).toEqual(
        normalise(q).includes('photo') && !q.includes('category') ? ['Photo Booth', 'Photo Garden'] : [],
      );
      expect(total).toBe(candidates.length);
      await search({ q, match: 'any' });
      await bench.engine.suggest(bench.ctx, normalise(q), 3);
    });

    // Nobody but a program says NUL, and lib/http refuses it.
    const values = hostile.filter((value) => !value.includes('\0'));

    test.each(values)('%j as a filter is a value that no app has', async (value) => {
      for (const field of ['category', 'subcategory', 'developer'] as const) {
        expect(await names({ [field]: value })).toEqual([]);
      }
    });

    test('quotes in a query change nothing', async () => {
      expect(await names({ q: '"garden photo"' })).toEqual(['Photo Garden']);
    });

    test('names that are being typed are suggested, the best first, so many at most', async () => {
      const suggest = async (q: string, limit = 3) =>
        (await bench.engine.suggest(bench.ctx, q, limit)).map((one) => one.name);
      expect((await suggest('s'))[0]).toBe('Sunflower Notes');
      expect(await suggest('sunflower no')).toEqual(['Sunflower Notes']);
      expect((await suggest('photo')).sort()).toEqual(['Photo Booth', 'Photo Garden']);
      expect(await suggest('photo', 1)).toHaveLength(1);
      expect(await suggest('zeppelin')).toEqual([]);
    });
  });
}
