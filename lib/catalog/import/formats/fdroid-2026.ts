import { date, pricedRow, requiredText, text, words } from '../fields';
import { htmlToMarkdown, plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { developerOf, keywordsOf, priceOf, withFacts } from './terms';

const row = pricedRow({
  id: text,
  package: text,
  name: requiredText('the name'),
  developer: text,
  category: text,
  categories: words,
  summary: text,
  description: text,
  license: text,
  homepage: text,
  source_code: text,
  anti_features: words,
  version: text,
  released: date,
  last_updated: date,
});

/** F-Droid in 2026: descriptions with simple HTML, several categories, licences and anti-features. */
export const fdroid2026 = defineFormat('fdroid_2026', row, (app) => {
  const { category = '', categories = [], anti_features: antiFeatures = [] } = app;
  return {
    id: app.id,
    package: app.package,
    name: app.name,
    developer: developerOf(app.developer),
    subtitle: app.summary,
    description: withFacts(htmlToMarkdown(app.description ?? ''), {
      Licence: plainToMarkdown(app.license ?? ''),
      'Source code': plainToMarkdown(app.source_code ?? ''),
      'Anti-features': plainToMarkdown(antiFeatures.join(', ')),
    }),
    categories: [category, ...categories],
    keywords: keywordsOf(categories),
    ageRating: 4,
    platforms: ['android'],
    supportUrl: app.homepage ?? app.source_code,
    releasedAt: app.released,
    updatedAt: app.last_updated,
    prices: priceOf(app),
    version: { version: app.version },
  };
});
