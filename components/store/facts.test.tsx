import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { appDetail, appVersion } from '@/lib/catalog/schema';
import { FactsStrip } from './facts-strip';
import { Information } from './information';
import { Pill } from './pill';
import { RatingLine } from './rating-line';

const id = '0190a1b2-0000-7000-8000-000000000000';

const app = appDetail.parse({
  id,
  slug: 'tern',
  bundleId: 'org.example.tern',
  name: 'Tern',
  subtitle: '',
  developer: { slug: 'harbour', name: 'Harbour Works', verified: false },
  category: 'weather',
  categoryName: 'Weather',
  iconUrl: null,
  color: '#336699',
  rating: { average: 4.5, count: 1200 },
  downloads: 20_400,
  isListed: true,
  price: { id, amountMinor: 299, currency: 'USD', kind: 'subscription', period: 'P1M' },
  subcategory: null,
  subcategoryName: null,
  description: '',
  promotionalText: '',
  languages: [],
  language: null,
  translated: [],
  keywords: [],
  platforms: ['linux'],
  ageRating: 4,
  privacyLabel: { collected: [], linked: [], tracking: [] },
  accessibility: [],
  supportUrl: null,
  privacyUrl: null,
  website: null,
  releasedAt: '2026-03-03T00:00:00.000Z',
  updatedAt: null,
  screenshots: [],
  versions: [],
  histogram: { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 },
});

const latest = appVersion.parse({
  id,
  version: '2.1+',
  platform: 'linux',
  languages: ['en'],
  releaseNotes: '',
  minimumOs: null,
  sizeBytes: 9600,
  sha256: null,
  isWeb: false,
  releasedAt: '2026-03-03T00:00:00.000Z',
});

const isolating = /^<(?:bdi[ >]|[^>]* dir="auto")/;

/** Whether the innermost element around a text has a direction of its own. */
function isIsolated(html: string, text: string): boolean {
  const at = html.indexOf(text);
  expect(at, text).toBeGreaterThan(-1);
  return isolating.test(html.slice(html.lastIndexOf('<', at)));
}

test.each<[string, ReactElement, string[]]>([
  [
    'the facts',
    <FactsStrip key="" app={app} latest={latest} />,
    ['4+', '9.6 KB', '20.4K', '1.2K ratings', 'Version 2.1+'],
  ],
  [
    'the information',
    <Information key="" app={app} latest={latest} />,
    ['4+', '9.6 KB', 'Mar 3, 2026', '$2.99 a month'],
  ],
  ['a rating', <RatingLine key="" rating={app.rating} />, ['4.5 <span']],
  [
    'a price',
    <Pill key="" size="small" tone="soft">
      $2.99
    </Pill>,
    ['$2.99'],
  ],
])('the figures of %s keep their order on a page read from right to left', (_, element, texts) => {
  const html = renderToStaticMarkup(element);
  expect(texts.filter((text) => !isIsolated(html, text))).toEqual([]);
});
