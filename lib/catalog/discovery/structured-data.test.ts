import { expect, test } from 'vitest';
import { decimalOf } from '@/lib/money';
import type { AppDetail } from '../schema';
import { appData, appListData, breadcrumbData, developerData, scriptJson, siteData } from './structured-data';

const site = { origin: 'https://store.example', storeName: 'Orchard' };

const app: AppDetail = {
  id: '01890000-0000-7000-8000-000000000000',
  slug: 'tern',
  bundleId: 'com.example.tern',
  name: 'Tern',
  subtitle: 'Tide tables for small boats',
  developer: { slug: 'salt', name: 'Salt', verified: true },
  category: 'weather',
  categoryName: 'Weather',
  iconUrl: '/media/01890000-0000-7000-8000-000000000001/128.webp',
  color: '#336699',
  rating: { average: 4.5, count: 12 },
  downloads: 3,
  isListed: true,
  price: { id: '01890000-0000-7000-8000-000000000002', amountMinor: 299, currency: 'USD', kind: 'one_time' },
  subcategory: null,
  subcategoryName: null,
  description: 'Knows the **tide**.',
  promotionalText: '',
  languages: [],
  language: null,
  translated: [],
  keywords: [],
  platforms: ['android', 'ios'],
  ageRating: 4,
  privacyLabel: { collected: [], linked: [], tracking: [] },
  accessibility: [],
  supportUrl: null,
  privacyUrl: null,
  website: null,
  releasedAt: '2026-01-01T00:00:00+00:00',
  updatedAt: null,
  screenshots: [],
  versions: [],
  histogram: { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 },
};

test('an app has its price in decimals, its rating, its makers and what it runs on', () => {
  expect(appData(app, site)).toMatchObject({
    '@type': 'MobileApplication',
    url: 'https://store.example/apps/tern',
    operatingSystem: 'Android, iOS',
    offers: { price: '2.99', priceCurrency: 'USD' },
    aggregateRating: { ratingValue: 4.5, ratingCount: 12, bestRating: 5, worstRating: 1 },
    author: { '@type': 'Organization', name: 'Salt', url: 'https://store.example/developers/salt' },
    image: 'https://store.example/media/01890000-0000-7000-8000-000000000001/512.webp',
    description: 'Tide tables for small boats. Knows the tide.',
  });
});

test('what nobody rated has no rating, and what is not for sale has no offer', () => {
  const data = appData({ ...app, rating: { average: 0, count: 0 }, price: null, iconUrl: null, subtitle: '' }, site);
  for (const property of ['aggregateRating', 'offers', 'image', 'alternateName', 'screenshot', 'dateModified'])
    expect(data).not.toHaveProperty(property);
});

test('a subscription says how often it is paid', () => {
  const price = { ...app.price!, kind: 'subscription', period: 'P1M' } as const;
  expect(appData({ ...app, price }, site).offers).toMatchObject({ priceSpecification: { billingDuration: 'P1M' } });
});

test('prices follow their currency', () => {
  expect(decimalOf({ amountMinor: 300, currency: 'JPY' })).toBe('300');
  expect(decimalOf({ amountMinor: 1, currency: 'EUR' })).toBe('0.01');
  expect(decimalOf({ amountMinor: 1234, currency: 'KWD' })).toBe('1.234');
  expect(decimalOf({ amountMinor: 0, currency: 'USD' })).toBe('0.00');
});

test('a list without apps says nothing', () => {
  expect(appListData('Games', [], site)).toEqual([]);
});

test('where an app runs decides what it is', () => {
  const typeOf = (platforms: string[]) => appData({ ...app, platforms }, site)['@type'];
  expect(typeOf(['web'])).toBe('WebApplication');
  expect(typeOf(['ios', 'macos'])).toBe('SoftwareApplication');
  expect(typeOf([])).toBe('SoftwareApplication');
});

test('no name leaves its script element', () => {
  const name = '</script><script>alert(1)</script><!-- \u2028 & "quoted"';
  const documents = [
    appData({ ...app, name, subtitle: name, description: name, developer: { ...app.developer, name } }, site),
    ...appListData(name, [{ ...app, name }], site),
    breadcrumbData([{ name, path: '/' }], site),
    developerData({ slug: 'salt', name, description: name, website: 'javascript:alert(1)' }, site),
    siteData({ ...site, storeName: name, tagline: name }),
  ];
  for (const document of documents) {
    const text = scriptJson(document);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
    expect(text).not.toContain('javascript:');
  }
});
