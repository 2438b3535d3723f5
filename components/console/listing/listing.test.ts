import { describe, expect, test } from 'vitest';
import type { Listing, Media } from '@/lib/publishing/schema';
import { bothChanged, differing, isLiveField, merged, schemaProblems, withMedia } from './listing-draft';
import { checkPicture } from './picture-check';
import { type Around, previewOf } from './preview-of';

const icon: Media = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'icon',
  url: '/media/01890000-0000-7000-8000-000000000001/256.webp',
  width: 512,
  height: 512,
  color: '#336699',
};
const shot: Media = {
  ...icon,
  id: '01890000-0000-7000-8000-000000000002',
  kind: 'screenshot',
  width: 1080,
  height: 1920,
};

const listing: Listing = {
  name: 'Tern',
  subtitle: 'Tide tables',
  category: 'travel',
  subcategory: 'maps',
  description: 'Tides for small boats.',
  promotionalText: 'New: Brittany',
  keywords: ['tide'],
  supportUrl: null,
  privacyUrl: null,
  privacyLabel: { collected: [], linked: [], tracking: [] },
  accessibility: ['keyboard'],
  age: {},
  translations: { de: { subtitle: 'Gezeiten', description: '', promotionalText: '' } },
  iconId: icon.id,
  screenshots: [{ id: shot.id, altText: 'A chart', platform: null }],
};

const around: Around = {
  app: {
    id: '01890000-0000-7000-8000-000000000003',
    slug: 'tern',
    bundleId: 'org.example.tern',
    color: '#8a8580',
    platforms: ['android'],
    rating: { average: 0, count: 0 },
    downloads: 0,
  },
  developer: { slug: 'example', name: 'Example', verified: true },
  categories: [{ slug: 'travel', name: 'Travel', subcategories: [{ slug: 'maps', name: 'Maps', appCount: 1 }] }],
  price: { amountMinor: 299, currency: 'EUR' },
};

describe('the preview', () => {
  test('shows the working copy with its pictures, category, price and age', () => {
    expect(previewOf(listing, [icon, shot], 12, around, null)).toMatchObject({
      name: 'Tern',
      subtitle: 'Tide tables',
      categoryName: 'Travel',
      subcategoryName: 'Maps',
      iconUrl: icon.url,
      color: '#336699',
      ageRating: 12,
      price: { amountMinor: 299, currency: 'EUR' },
      screenshots: [{ url: shot.url, altText: 'A chart', width: 1080, height: 1920 }],
    });
  });

  test('falls back where a language has no text', () => {
    expect(previewOf(listing, [], 4, around, 'de')).toMatchObject({
      subtitle: 'Gezeiten',
      description: 'Tides for small boats.',
      promotionalText: 'New: Brittany',
      translated: ['subtitle'],
    });
    expect(previewOf(listing, [], 4, around, 'fr').subtitle).toBe('Tide tables');
  });

  test('of an unfinished listing shows what there is', () => {
    const empty = { ...listing, name: ' ', category: '', subcategory: null, iconId: null, screenshots: [] };
    expect(previewOf(empty, [], 4, { ...around, price: null }, null)).toMatchObject({
      name: 'No name yet',
      categoryName: 'No category yet',
      iconUrl: null,
      color: '#8a8580',
      price: { amountMinor: 0 },
      screenshots: [],
    });
  });

  test('leaves pictures out that are not there', () => {
    expect(previewOf(listing, [], 4, around, null)).toMatchObject({ iconUrl: null, screenshots: [] });
  });
});

describe('what is changed here', () => {
  test('is what differs, whole fields', () => {
    expect(differing({ ...listing, name: 'Terns', keywords: ['tide'] }, listing)).toEqual({ name: 'Terns' });
    expect(differing(listing, listing)).toEqual({});
  });

  test('conflicts with others only where they changed the same field', () => {
    expect(bothChanged(listing, { ...listing, subtitle: 'Theirs' }, { name: 'Mine' })).toBe(false);
    expect(bothChanged(listing, { ...listing, name: 'Theirs' }, { name: 'Mine' })).toBe(true);
    expect(bothChanged(listing, { ...listing, iconId: null }, { iconId: icon.id })).toBe(false);
  });

  test('keeps an order of screenshots when another one arrives', () => {
    const more = { ...shot, id: '01890000-0000-7000-8000-000000000009' };
    expect(withMedia({ name: 'Mine' }, more)).toEqual({ name: 'Mine' });
    expect(withMedia({ screenshots: listing.screenshots }, more).screenshots?.map(({ id }) => id)).toEqual([
      shot.id,
      more.id,
    ]);
    expect(withMedia({ iconId: null, name: 'Mine' }, icon)).toEqual({ name: 'Mine' });
  });

  test('that the store would not take is said before it is sent', () => {
    expect(schemaProblems({ name: 'Tern' })).toEqual([]);
    expect(schemaProblems({ supportUrl: 'example' })[0]).toMatchObject({ path: 'supportUrl', severity: 'error' });
    expect(schemaProblems({ name: 'x'.repeat(51) })[0]?.path).toBe('name');
  });

  test('is live at once for description and promotional text alone', () => {
    const live = Object.keys(listing).filter(isLiveField);
    expect(live).toEqual(['description', 'promotionalText']);
  });

  test('pictures are known once each', () => {
    expect(merged([icon, shot], [{ ...icon, color: '#000000' }]).map(({ id, color }) => [id, color])).toEqual([
      [shot.id, '#336699'],
      [icon.id, '#000000'],
    ]);
  });
});

describe('the crop check', () => {
  test('takes what is large and of a fitting shape as it is', () => {
    const fine = { refusal: null, warning: null, canCrop: false };
    expect(checkPicture('icon', 1024, 1024)).toEqual(fine);
    expect(checkPicture('screenshot', 1080, 1920)).toEqual(fine);
  });

  test('offers to cut an icon to a square', () => {
    expect(checkPicture('icon', 1024, 800)).toMatchObject({
      refusal: expect.stringContaining('square'),
      canCrop: true,
    });
  });

  test('refuses what is too small or too long, and says when it will look soft', () => {
    expect(checkPicture('icon', 100, 100).refusal).toContain('256');
    expect(checkPicture('icon', 300, 300)).toMatchObject({ refusal: null, warning: expect.stringContaining('512') });
    expect(checkPicture('screenshot', 200, 300).refusal).toContain('320');
    expect(checkPicture('screenshot', 4000, 700).refusal).toContain('3 times');
  });
});
