import { count, date, pricedRow, requiredText, text } from '../fields';
import { plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { developerOf, priceOf, withFacts } from './terms';

const row = pricedRow({
  id: text,
  package: text,
  name: requiredText('the name'),
  developer: text,
  category: text,
  summary: text,
  description: text,
  homepage: text,
  license: text,
  downloads_last_month: count,
  released: date,
  last_updated: date,
});

/** Flathub in 2025: a summary, a licence, new downloads of one month; no categories. */
export const flathub2025 = defineFormat('flathub_2025', row, (app) => ({
  id: app.id,
  package: app.package,
  name: app.name,
  developer: developerOf(app.developer),
  subtitle: app.summary,
  description: withFacts(plainToMarkdown(app.description ?? ''), { Licence: plainToMarkdown(app.license ?? '') }),
  categories: [app.category ?? ''],
  ageRating: 4,
  platforms: ['linux'],
  supportUrl: app.homepage,
  releasedAt: app.released,
  updatedAt: app.last_updated,
  downloads: app.downloads_last_month,
  prices: priceOf(app),
}));
