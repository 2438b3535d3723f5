import { count, date, pricedRow, rating, requiredText, sizeBytes, text } from '../fields';
import { plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { ageOf, androidOf, developerOf, keywordsOf, priceOf } from './terms';

const row = pricedRow({
  id: text,
  package: text,
  name: requiredText('the name'),
  developer: text,
  category: text,
  description: text,
  rating,
  rating_count: count,
  installs_min: count,
  installs_exact: count,
  size_bytes: sizeBytes,
  content_rating: text,
  version: text,
  min_os: text,
  released: date,
  last_updated: date,
});

/** Google Play in 2021: packages, developers, exact installs. */
export const googlePlay2021 = defineFormat('google_play_2021', row, (app) => ({
  id: app.id,
  package: app.package,
  name: app.name,
  developer: developerOf(app.developer),
  description: plainToMarkdown(app.description ?? ''),
  categories: [app.category ?? ''],
  keywords: keywordsOf([app.category ?? '']),
  ageRating: ageOf(app.content_rating),
  platforms: ['android'],
  releasedAt: app.released,
  updatedAt: app.last_updated,
  downloads: app.installs_exact ?? app.installs_min,
  rating: app.rating,
  ratingCount: app.rating_count,
  prices: priceOf(app),
  version: { version: app.version, minimumOs: androidOf(app.min_os), sizeBytes: app.size_bytes },
}));
