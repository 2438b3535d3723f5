import { count, date, pricedRow, rating, requiredText, sizeBytes, text, words } from '../fields';
import { plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { ageOf, developerOf, keywordsOf, languageCodes, priceOf } from './terms';

const row = pricedRow({
  id: requiredText('the id'),
  name: requiredText('the name'),
  developer: text,
  category: text,
  genres: words,
  description: text,
  rating,
  rating_count: count,
  content_rating: text,
  languages: words,
  size_bytes: sizeBytes,
  released: date,
  last_updated: date,
});

/** Games of the App Store in 2019: developers, genres, languages, dates. Prices inside the apps have no place here. */
export const appleGames2019 = defineFormat('apple_games_2019', row, (app) => ({
  id: app.id,
  name: app.name,
  developer: developerOf(app.developer),
  description: plainToMarkdown(app.description ?? ''),
  categories: [app.category ?? '', ...(app.genres ?? [])],
  keywords: keywordsOf(app.genres ?? []),
  ageRating: ageOf(app.content_rating),
  platforms: ['ios'],
  releasedAt: app.released,
  updatedAt: app.last_updated,
  rating: app.rating,
  ratingCount: app.rating_count,
  prices: priceOf(app),
  version: { languages: languageCodes(app.languages), sizeBytes: app.size_bytes },
}));
