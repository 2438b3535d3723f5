import { count, date, pricedRow, rating, requiredText, sizeBytes, text, words } from '../fields';
import { plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { ageOf, androidOf, developerOf, keywordsOf, priceOf } from './terms';

const row = pricedRow({
  id: requiredText('the id'),
  name: requiredText('the name'),
  developer: text,
  category: text,
  categories: words,
  genres: words,
  description: text,
  rating,
  rating_count: count,
  installs_min: count,
  size_bytes: sizeBytes,
  content_rating: text,
  last_updated: date,
  version: text,
  min_os: text,
});

/** Google Play in 2018. "Family" says less than the genres do. Of the dates it has the last update alone. */
export const googlePlay2018 = defineFormat('google_play_2018', row, (app) => {
  const { category = '', genres = [], categories = [] } = app;
  return {
    id: app.id,
    name: app.name,
    developer: developerOf(app.developer),
    description: plainToMarkdown(app.description ?? ''),
    categories: category === 'FAMILY' ? [...genres, category] : [category, ...genres],
    keywords: keywordsOf([...genres, ...categories]),
    ageRating: ageOf(app.content_rating),
    platforms: ['android'],
    updatedAt: app.last_updated,
    downloads: app.installs_min,
    rating: app.rating,
    ratingCount: app.rating_count,
    prices: priceOf(app),
    version: { version: app.version, minimumOs: androidOf(app.min_os), sizeBytes: app.size_bytes },
  };
});
