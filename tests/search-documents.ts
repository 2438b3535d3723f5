import { createHash } from 'node:crypto';
import type { SearchDocument } from '@/lib/search/documents';
import type { EngineQuery } from '@/lib/search/engine';
import { normalise, skeletonOf } from '@/lib/search/text';

/** A document as the builder would make it, of no app in particular. */
export function documentOf(values: Partial<SearchDocument> & { id: string; name: string }): SearchDocument {
  const { id, name } = values;
  const document = {
    slug: `app-${id.slice(0, 8)}`,
    normalisedName: normalise(name),
    skeleton: skeletonOf(name),
    organizationId: '00000000-0000-4000-8000-0000000000aa',
    developer: 'Nobody Special',
    developerSlug: 'nobody-special',
    isVerified: false,
    subtitle: '',
    keywords: [],
    description: '',
    category: 'tools',
    subcategory: null,
    platforms: ['web'],
    price: 0,
    averageRating: 0,
    trustedRating: values.averageRating ?? 0,
    ratingCount: 0,
    downloads: 0,
    engagement: 0,
    ageRating: 4,
    accessibility: [],
    releasedAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    quality: 0,
    ...values,
  };
  const whole = { ...document, isFree: document.price === 0 };
  const version = createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 32);
  return { ...whole, version };
}

/** A query for everything, unless told otherwise. */
export const queryOf = (values: Partial<EngineQuery> = {}): EngineQuery => ({
  q: '',
  sort: values.q ? 'relevance' : 'popular',
  match: 'all',
  limit: 50,
  offset: 0,
  ...values,
});

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const day = 86_400_000;

/** The apps of the contract. */
export const shelf: SearchDocument[] = [
  documentOf({
    id: idOf(1),
    name: 'Sunflower Notes',
    developer: 'Meadow Works',
    developerSlug: 'meadow-works',
    subtitle: 'Write it down',
    keywords: ['journal', 'markdown'],
    description: 'Keeps thoughts in order.',
    category: 'productivity',
    subcategory: 'writing',
    platforms: ['android', 'ios'],
    averageRating: 4.6,
    downloads: 900,
    ageRating: 4,
    accessibility: ['captions', 'keyboard'],
    releasedAt: 10 * day,
    quality: 0.6,
  }),
  documentOf({
    id: idOf(2),
    name: 'Photo Garden',
    developer: 'Lumen',
    developerSlug: 'lumen',
    subtitle: 'Camera and album',
    keywords: ['album'],
    category: 'photography',
    platforms: ['ios'],
    price: 499,
    averageRating: 4.1,
    downloads: 500,
    ageRating: 9,
    accessibility: ['keyboard'],
    releasedAt: 20 * day,
    quality: 0.5,
  }),
  documentOf({
    id: idOf(3),
    name: 'Photo Booth',
    developer: 'Lumen',
    developerSlug: 'lumen',
    category: 'photography',
    platforms: ['android'],
    price: 199,
    averageRating: 3.2,
    downloads: 700,
    ageRating: 12,
    releasedAt: 30 * day,
    quality: 0.4,
  }),
  documentOf({
    id: idOf(4),
    name: 'Planter',
    description: 'Everything that grows in a garden, and when to water it.',
    category: 'lifestyle',
    averageRating: 2.5,
    downloads: 300,
    ageRating: 16,
    releasedAt: 40 * day,
    quality: 0.2,
  }),
  documentOf({
    id: idOf(5),
    name: 'Café Finder',
    category: 'lifestyle',
    price: null,
    downloads: 200,
    releasedAt: null,
    quality: 0.1,
  }),
  documentOf({
    id: idOf(6),
    name: '天気予報',
    category: 'weather',
    downloads: 100,
    releasedAt: 50 * day,
    quality: 0.1,
  }),
];

/** What is text, whatever it looks like. */
export const hostile = [
  '"',
  '""',
  '\\',
  '\\"',
  "'",
  '" OR category = "photography',
  'category = "photography" OR 1 = 1',
  'id EXISTS',
  '-photo',
  '%',
  '_',
  "'; drop table search_documents; --",
  '& | ! ( ) : * <->',
  '!!!',
  'zeppe\u0000lin',
  '🌻',
  'a'.repeat(200),
  `${'word '.repeat(40)}`,
];
