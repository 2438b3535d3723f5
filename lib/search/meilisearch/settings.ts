import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { synonymsOf } from '../synonyms';
import { codeOf, done, type MeilisearchClient, TaskFailed } from './client';

/** Hits that can be paged through, and how far totals are counted. */
export const maxTotalHits = 10_000;

const rankingRules = [
  'words',
  'typo',
  'attributeRank',
  'proximity',
  'exactness',
  'wordPosition',
  'sort',
  'quality:desc',
];

/** For servers that know only `attribute`, which is attributeRank and wordPosition in one. */
export const olderRankingRules = ['words', 'typo', 'attribute', 'proximity', 'exactness', 'sort', 'quality:desc'];

export const settings = {
  searchableAttributes: ['name', 'developer', 'keywords', 'subtitle', 'description'],
  rankingRules,
  filterableAttributes: [
    'category',
    'subcategory',
    'platforms',
    'price',
    'priceKind',
    'averageRating',
    'ratingSteps',
    'ageRating',
    'developerSlug',
    'accessibility',
  ],
  // `id` makes every order total.
  sortableAttributes: ['trustedRating', 'releasedAt', 'price', 'downloads', 'quality', 'id'],
  synonyms: Object.fromEntries([...synonymsOf].map(([word, others]) => [word, [...others]])),
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits },
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { '*': 'count' } },
} satisfies Settings;

const hash = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);

/** Names what an index of this server should have; another after an update of the server, which may know more rules. */
export async function wantedSettings({ writing }: MeilisearchClient): Promise<string> {
  const version = await serverVersion(writing);
  return version === null ? hash : `${hash} ${version}`;
}

/** Null where the key may not ask. */
export async function serverVersion(client: MeilisearchClient['writing']): Promise<string | null> {
  try {
    return (await client.getVersion()).pkgVersion;
  } catch (error) {
    if (['invalid_api_key', 'missing_authorization_header'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}

/** Does nothing where it is. */
export async function makeIndex(client: MeilisearchClient, uid: string): Promise<void> {
  try {
    await done(client, client.writing.createIndex(uid, { primaryKey: 'id' }));
  } catch (error) {
    if (!(error instanceof TaskFailed) || error.code !== 'index_already_exists') throw error;
  }
}

/** Makes the index where it is missing, and gives it the settings; resolves when it has them. */
export async function applySettings(client: MeilisearchClient, uid: string): Promise<void> {
  const { writing } = client;
  await makeIndex(client, uid);
  try {
    await done(client, writing.index(uid).updateSettings(settings));
  } catch (error) {
    const code = error instanceof TaskFailed ? error.code : codeOf(error);
    if (code !== 'invalid_settings_ranking_rules') throw error;
    await done(client, writing.index(uid).updateSettings({ ...settings, rankingRules: olderRankingRules }));
  }
}
