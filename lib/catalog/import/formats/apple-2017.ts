import { count, pricedRow, rating, requiredText, sizeBytes, text } from '../fields';
import { plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { ageOf, developerOf, keywordsOf, priceOf } from './terms';

const row = pricedRow({
  id: requiredText('the id'),
  name: requiredText('the name'),
  developer: text,
  category: text,
  description: text,
  size_bytes: sizeBytes,
  rating,
  rating_count: count,
  content_rating: text,
  version: text,
});

/** The App Store of 2017: long descriptions, versions, no dates. Its `languages` is a number and has no place here. */
export const apple2017 = defineFormat('apple_2017', row, (app) => ({
  id: app.id,
  name: app.name,
  developer: developerOf(app.developer),
  description: plainToMarkdown(app.description ?? ''),
  categories: [app.category ?? ''],
  keywords: keywordsOf([app.category ?? '']),
  ageRating: ageOf(app.content_rating),
  platforms: ['ios'],
  rating: app.rating,
  ratingCount: app.rating_count,
  prices: priceOf(app),
  version: { version: app.version, sizeBytes: app.size_bytes },
}));
