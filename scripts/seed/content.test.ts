import { describe, expect, test } from 'vitest';
import { isGlyphName } from '@/lib/catalog/artwork/glyphs';
import { artSpecSchema } from '@/lib/catalog/artwork/spec';
import { makeApps, type SeedApp } from './apps';
import { categories } from './categories';
import { makeCollections } from './collections';
import { flagships } from './flagships';
import { german } from './flagships/german';
import { promotions } from './flagships/promotions';
import { iconOf, makeMedia } from './media';
import { makeOrganizations } from './organizations';
import { slugify } from './parse';
import { demoOrganization } from './people/organizations';
import { localPrice, makePrices, priceAt } from './prices';
import { makeVersions } from './versions';
import { nounOf, withFeature } from './wording';

const now = new Date('2026-11-21T12:00:00Z');
const organizations = makeOrganizations(now);
const apps = makeApps(now, organizations);
const texts = (app: SeedApp) => [
  app.name,
  app.subtitle,
  app.description,
  ...makeVersions(app, now).map(({ releaseNotes }) => releaseNotes),
];

describe('the invented apps', () => {
  test('are about 600 from 120 organisations, each of which publishes something', () => {
    expect(apps.length).toBeGreaterThanOrEqual(580);
    expect(organizations).toHaveLength(120);
    expect(new Set(apps.map(({ organization }) => organization.slug)).size).toBe(120);
  });

  test('have names, slugs, bundle ids and subtitles of their own', () => {
    for (const of of [
      (app: SeedApp) => app.name.toLowerCase(),
      (app: SeedApp) => app.slug,
      (app: SeedApp) => app.bundleId,
      (app: SeedApp) => app.subtitle.toLowerCase(),
      (app: SeedApp) => app.description,
    ]) {
      expect(new Set(apps.map(of)).size).toBe(apps.length);
    }
    expect(new Set(organizations.map(({ name }) => name)).size).toBe(organizations.length);
  });

  test('keep the limits of the form', () => {
    for (const app of apps) {
      expect(app.name.length, app.name).toBeGreaterThanOrEqual(2);
      expect(app.name.length, app.name).toBeLessThanOrEqual(30);
      expect(app.subtitle.length, app.name).toBeLessThanOrEqual(80);
      expect(app.description.length, app.name).toBeLessThanOrEqual(4000);
      expect(app.description.split('\n\n').length, app.name).toBeGreaterThanOrEqual(3);
      expect(app.keywords.length, app.name).toBeLessThanOrEqual(10);
      expect(app.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(app.bundleId).toMatch(/^example(\.[a-z0-9-]+){2}$/);
      expect(app.organization.website).toMatch(/^https:\/\/[a-z0-9-]+\.example$/);
    }
  });

  test('leave no slot unfilled and no sentence unfinished', () => {
    for (const app of apps) {
      for (const text of texts(app)) expect(text, app.name).not.toMatch(/[{}]|undefined|<[^>]*\/[^>]*>|\s$/);
    }
  });

  test('fill every category and every genre', () => {
    const slugs = new Set(apps.flatMap(({ category, subcategory }) => [category, subcategory]));
    expect(categories.filter(({ slug }) => !slugs.has(slug))).toEqual([]);
    expect(new Set(categories.map(({ slug }) => slug)).size).toBe(categories.length);
  });

  test('open their listings in many ways', () => {
    const openings = apps.map(({ description }) => description.split(/\s+/).slice(0, 4).join(' '));
    expect(new Set(openings).size).toBeGreaterThan(apps.length * 0.8);
    const shapes = apps.map(({ description }) => description.replace(/[^#*|>\n1-9-]/g, '').replace(/\n+/g, '\n'));
    expect(new Set(shapes).size).toBeGreaterThan(60);
  });

  test('do not state what their price contradicts', () => {
    for (const app of apps.filter(({ isFlagship }) => !isFlagship)) {
      if (app.offer.usdMinor > 0) expect(app.description, app.name).not.toMatch(/\bcosts nothing\b|will stay free/);
      else expect(app.description, app.name).not.toMatch(/buy it once|pay once|subscription pays/i);
      if (app.offer.period) expect(app.description, app.name).not.toMatch(/no subscription/i);
    }
  });

  test('include every hit with a listing written by hand, and those of the demo developer', () => {
    const names = new Set(apps.map(({ name }) => name));
    for (const { name, description } of flagships) {
      expect(names).toContain(name);
      expect(description.length, name).toBeGreaterThan(250);
    }
    const own = apps.filter(({ organization }) => organization.name === demoOrganization.name);
    expect(own.map(({ name }) => name).sort()).toEqual([...demoOrganization.apps].sort());
  });

  test('say something new, or say it in another language, where their developers would', () => {
    const promoted = apps.filter(({ promotionalText }) => promotionalText !== '');
    expect(promoted.map(({ name }) => name).sort()).toEqual(Object.keys(promotions).sort());
    const translated = apps.filter(({ translations }) => Object.keys(translations).length > 0);
    expect(translated.map(({ name }) => name).sort()).toEqual(Object.keys(german).sort());
    for (const { promotionalText, translations, description, name } of [...promoted, ...translated]) {
      expect(promotionalText.length, name).toBeLessThanOrEqual(170);
      for (const texts of Object.values(translations)) {
        expect(texts.subtitle.length, name).toBeLessThanOrEqual(80);
        expect(texts.promotionalText.length, name).toBeLessThanOrEqual(170);
        expect(texts.description.split('\n').length, name).toBe(description.split('\n').length);
      }
    }
  });

  test('do not change with the scale or the day', () => {
    const later = makeApps(new Date('2027-03-01T06:00:00Z'), makeOrganizations(new Date('2027-03-01T06:00:00Z')), 0.1);
    expect(later.filter(({ category }) => category === 'games').length).toBeGreaterThanOrEqual(25);
    for (const app of later) {
      const same = apps.find(({ slug }) => slug === app.slug);
      expect(same?.description).toBe(app.description);
      expect(same?.organization.slug).toBe(app.organization.slug);
    }
  });
});

describe('what hangs on an app', () => {
  test('an icon and three to six screenshots that the artist can draw, with words for those who cannot see', () => {
    for (const app of apps) {
      const [icon, ...screenshots] = makeMedia(app);
      expect(icon?.kind).toBe('icon');
      expect(screenshots.length).toBeGreaterThanOrEqual(3);
      expect(screenshots.length).toBeLessThanOrEqual(6);
      for (const { art, altText, color } of [icon!, ...screenshots]) {
        expect(artSpecSchema.safeParse(art).success, app.name).toBe(true);
        expect(altText.length).toBeGreaterThan(5);
        expect(color).toMatch(/^#[0-9a-f]{6}$/);
      }
      const { glyph } = iconOf(app);
      expect(glyph === undefined || isGlyphName(glyph)).toBe(true);
    }
  });

  test('one to six versions, in order, the newest released, notes from the second on', () => {
    for (const app of apps.filter(({ status }) => status !== 'draft')) {
      for (const platform of app.platforms) {
        const own = makeVersions(app, now).filter(
          (version) => version.platform === platform && version.releasedAt !== null,
        );
        expect(own.length, app.name).toBeGreaterThanOrEqual(1);
        expect(own.length, app.name).toBeLessThanOrEqual(6);
        expect(own.map(({ state }) => state).lastIndexOf('released')).toBe(own.length - 1);
        expect(own.filter(({ state }) => state === 'released')).toHaveLength(1);
        for (const [i, version] of own.entries()) {
          expect(version.version).toMatch(/^\d+\.\d+\.\d+$/);
          expect(version.releasedAt!.getTime()).toBeLessThanOrEqual(now.getTime());
          const before = own[i - 1];
          if (!before) continue;
          expect(version.releasedAt!.getTime(), app.name).toBeGreaterThan(before.releasedAt!.getTime());
          expect(version.releaseNotes, app.name).not.toBe('');
        }
      }
    }
  });

  test('a price everywhere at every moment, in the customs of the country', () => {
    const prices = Map.groupBy(makePrices(apps, now), ({ appId }) => appId);
    for (const app of apps) {
      for (const country of ['US', 'GB', 'DE', 'JP', 'BR', '*']) {
        for (const daysAgo of [0, 20, 45, 89]) {
          const at = now.getTime() - daysAgo * 86_400_000;
          if (at < app.createdAt.getTime()) continue;
          expect(priceAt(prices.get(app.id) ?? [], country, at).amountMinor === 0).toBe(app.offer.usdMinor === 0);
        }
      }
    }
    expect([localPrice(499, 'JP'), localPrice(499, 'GB'), localPrice(499, 'DE'), localPrice(499, 'BR')]).toEqual([
      750, 399, 499, 2490,
    ]);
  });

  test('collections of listed apps', () => {
    const collections = makeCollections(apps, now);
    expect(collections.filter(({ kind }) => kind === 'story').length).toBeGreaterThanOrEqual(8);
    for (const { apps: own, slug, title } of collections) {
      expect(own.length).toBeGreaterThanOrEqual(5);
      expect(new Set(own).size).toBe(own.length);
      expect(own.every(({ status }) => status === 'listed')).toBe(true);
      expect(slug).toBe(slugify(title));
    }
  });
});

describe('wording', () => {
  test('a label becomes a noun that agrees with its verb', () => {
    expect(withFeature('The {feature} <is/are> good', 'tide clock')).toBe('The tide clock is good');
    expect(withFeature('The {feature} <is/are> good', 'polite reminders')).toBe('The polite reminders are good');
    expect(withFeature('The {feature} <is/are> good', 'row of nails')).toBe('The row of nails is good');
    expect(withFeature('The {feature} <is/are> good', 'the caller')).toBe('The caller is good');
    expect(nounOf('what if').text).toBe('"what if" thing');
  });

  test('slugs are plain', () => {
    expect(slugify("Aunt Vera's Attic")).toBe('aunt-veras-attic');
    expect(slugify('Fold & Knot')).toBe('fold-and-knot');
    expect(slugify('Lumière & Fils')).toBe('lumiere-and-fils');
  });
});
