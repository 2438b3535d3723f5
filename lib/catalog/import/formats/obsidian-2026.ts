import { count, date, pricedRow, requiredText, text } from '../fields';
import { plainToMarkdown } from '../markdown';
import { defineFormat } from './format';
import { developerOf, priceOf } from './terms';

const row = pricedRow({
  id: text,
  slug: text,
  name: requiredText('the name'),
  developer: text,
  category: text,
  description: text,
  repo: text,
  downloads_2026_02_28: count,
  first_seen: date,
  last_updated: date,
});

/** Plugins of Obsidian in 2026, which run where its desktop app does: a sentence each, downloads of the older ones. */
export const obsidian2026 = defineFormat('obsidian_2026', row, (plugin) => ({
  id: plugin.id ?? plugin.slug,
  name: plugin.name,
  developer: developerOf(plugin.developer),
  subtitle: plugin.description,
  description: plainToMarkdown(plugin.description ?? ''),
  categories: [plugin.category ?? ''],
  ageRating: 4,
  platforms: ['windows', 'macos', 'linux'],
  supportUrl: /^[\w.-]+\/[\w.-]+$/.test(plugin.repo ?? '') ? `https://github.com/${plugin.repo}` : undefined,
  releasedAt: plugin.first_seen,
  updatedAt: plugin.last_updated,
  downloads: plugin.downloads_2026_02_28,
  prices: priceOf(plugin),
}));
