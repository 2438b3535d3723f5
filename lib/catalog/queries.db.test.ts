import { describe, expect, it } from 'vitest';
import { createApp, createReview, createVersion } from '@/tests/factories';
import { testDatabase } from '@/tests/database';
import { inTransaction } from '@/lib/context';
import { listCards, priceInForce } from './cards';
import { getHotApp } from './hot-apps';
import { publishTexts } from './publish-listing';
import { findAppId, getApp, getDeveloper, listCategories, listVersions, requireListedAppId } from './queries';
import { appDetail } from './schema';

const t = testDatabase();

describe('an app', () => {
  it('answers to its id, its slugs old and new, and its bundle id', async () => {
    const { app } = await createApp(t.db, { slug: 'tern-before' });
    await t.sql`update apps set slug = 'tern' where id = ${app.id}`;
    for (const ref of [app.id, app.id.toUpperCase(), 'tern', 'tern-before', app.bundleId]) {
      expect(await findAppId(t.ctx(), ref)).toBe(app.id);
      expect((await getApp(t.ctx(), ref, 'US'))?.slug).toBe('tern');
    }
    for (const ref of ['nobody', "' or 1=1 --", '../etc', 'a.b.c', 'ünïcode', '00000000-0000-0000-0000-000000000000']) {
      expect(await findAppId(t.ctx(), ref)).toBeNull();
    }
  });

  it.each(['draft', 'hidden', 'removed'])('that is %s is not there for others', async (status) => {
    const { app } = await createApp(t.db, { status });
    expect(await getApp(t.ctx(), app.id, 'US')).toBeNull();
    expect((await listCards(t.ctx(), [app.id], 'US')).get(app.id)?.isListed).toBe(false);
    await expect(requireListedAppId(t.ctx(), app.slug)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('has the shape the API promises, the histogram of visible reviews, and released versions newest first', async () => {
    const { app } = await createApp(t.db, {
      stats: { ratingSum: 9, ratingCount: 2, importedRatingSum: 300, importedRatingCount: 98 },
    });
    await createReview(t.db, { app }, { rating: 5 });
    await createReview(t.db, { app }, { rating: 5 });
    await createReview(t.db, { app }, { rating: 1, status: 'rejected', isVisible: false });
    await createVersion(t.db, app, { version: '1.1.0', releasedAt: new Date() });
    await createVersion(t.db, app, { version: '2.0.0', state: 'in_review', releasedAt: null });
    const detail = appDetail.parse(await getApp(t.ctx(), app.id, 'US'));
    expect(detail.histogram).toEqual({ '1': 0, '2': 0, '3': 0, '4': 0, '5': 2 });
    expect(detail.versions.map((version) => version.version)).toEqual(['1.1.0', '1.0.0']);
    expect(detail.rating).toEqual({ average: 3.09, count: 100 });
  });

  it('pages through many versions', async () => {
    const { app } = await createApp(t.db);
    const releasedAt = new Date();
    for (let i = 1; i < 8; i += 1) await createVersion(t.db, app, { version: `1.0.${i}`, releasedAt });
    const first = await listVersions(t.ctx(), app.id, { limit: 5 });
    const second = await listVersions(t.ctx(), app.id, { limit: 5, cursor: first.nextCursor ?? '' });
    expect(new Set([...first.items, ...second.items].map((version) => version.version)).size).toBe(8);
    expect(second.nextCursor).toBeNull();
  });
});

describe('an app’s texts', () => {
  const none = { subtitle: '', description: '', promotionalText: '' };

  it('are its own, with the languages in which it says anything else', async () => {
    const { app } = await createApp(t.db, {
      promotionalText: 'Now with nights',
      translations: { fr: { ...none, subtitle: 'Marées' }, de: { ...none, description: 'Kennt die Tide.' }, it: none },
    });
    expect(appDetail.parse(await getApp(t.ctx(), app.id, 'US'))).toMatchObject({
      subtitle: app.subtitle,
      promotionalText: 'Now with nights',
      languages: ['de', 'fr'],
      language: null,
      translated: [],
    });
    const { app: plain } = await createApp(t.db);
    expect(await getApp(t.ctx(), plain.id, 'US')).toMatchObject({ promotionalText: '', languages: [] });
  });

  it('come from the cache in each language, and a change is seen here at once', async () => {
    const { app } = await createApp(t.db, { translations: { de: { ...none, subtitle: 'Gezeiten' } } });
    const inGerman = () => getHotApp(t.ctx(), app.slug, 'US', 'de');
    expect(await inGerman()).toMatchObject({ subtitle: 'Gezeiten', language: 'de' });
    expect(await getHotApp(t.ctx(), app.slug, 'US')).toMatchObject({ subtitle: app.subtitle, language: null });
    const change = (translations: Record<string, typeof none>) =>
      inTransaction(t.ctx(), (ctx) =>
        publishTexts(ctx, app.id, { description: '', promotionalText: '', translations }),
      );
    await change({ de: { ...none, subtitle: 'Ebbe und Flut' } });
    expect(await inGerman()).toMatchObject({ subtitle: 'Ebbe und Flut' });
    await change({});
    expect(await inGerman()).toMatchObject({ subtitle: app.subtitle, languages: [], language: null });
    expect(await getHotApp(t.ctx(), 'nobody', 'US', 'de')).toBeNull();
  });
});

describe('the price in force', () => {
  const day = 86_400_000;
  const now = Date.now();

  it('is the country’s own, else the one for everywhere; past and future ones do not count', async () => {
    const { app } = await createApp(t.db, {
      prices: [
        { amountMinor: 299 },
        {
          country: 'GB',
          currency: 'GBP',
          amountMinor: 199,
          validFrom: new Date(now - 9 * day),
          validUntil: new Date(now - day),
        },
        {
          country: 'GB',
          currency: 'GBP',
          amountMinor: 249,
          validFrom: new Date(now - day),
          validUntil: new Date(now + day),
        },
        { country: 'GB', currency: 'GBP', amountMinor: 499, validFrom: new Date(now + day) },
      ],
    });
    expect(await priceInForce(t.ctx(), app.id, 'GB')).toMatchObject({ amountMinor: 249, currency: 'GBP' });
    expect(await priceInForce(t.ctx(), app.id, 'FR')).toMatchObject({ amountMinor: 299, currency: 'USD' });
    expect(await priceInForce(t.ctx({ now: new Date(now + 2 * day) }), app.id, 'GB')).toMatchObject({
      amountMinor: 499,
    });
  });

  it('is none where the app is sold elsewhere only', async () => {
    const { app } = await createApp(t.db, { prices: [{ country: 'GB', currency: 'GBP', amountMinor: 199 }] });
    expect(await priceInForce(t.ctx(), app.id, 'US')).toBeNull();
    expect((await getApp(t.ctx(), app.id, 'US'))?.price).toBeNull();
  });
});

describe('around an app', () => {
  it('categories count listed apps, sub-genres within them', async () => {
    await createApp(t.db, { categorySlug: 'games', subcategorySlug: 'games-puzzle' });
    const games = (await listCategories(t.ctx())).find((category) => category.slug === 'games');
    expect(games?.appCount).toBe(1);
    expect(games?.subcategories).toContainEqual({ slug: 'games-puzzle', name: 'Puzzle', appCount: 1 });
    expect(games?.subcategories).toContainEqual({ slug: 'games-word', name: 'Word', appCount: 0 });
  });

  it('an organisation without listed apps is nobody to the public', async () => {
    const { app } = await createApp(t.db, { status: 'draft' });
    const [row] = await t.sql<{ slug: string }[]>`select slug from organizations where id = ${app.organizationId}`;
    expect(await getDeveloper(t.ctx(), row?.slug ?? '')).toBeNull();
  });
});
