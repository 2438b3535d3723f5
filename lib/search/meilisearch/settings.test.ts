import { afterEach, describe, expect, test } from 'vitest';
import { startFakeMeilisearch } from '@/tests/fake-meilisearch';
import { synonyms } from '../synonyms';
import { normalise } from '../text';
import { openMeilisearch } from './client';
import { applySettings, olderRankingRules, settings, wantedSettings } from './settings';

type Fake = Awaited<ReturnType<typeof startFakeMeilisearch>>;
let fake: Fake | undefined;

async function start(options: Parameters<typeof startFakeMeilisearch>[0] = {}) {
  fake = await startFakeMeilisearch(options);
  const { apiKey } = options;
  return { fake, client: openMeilisearch({ url: fake.url, indexPrefix: 'test_', ...(apiKey ? { apiKey } : {}) }) };
}

afterEach(() => fake?.stop());

test('fields are searched in the order of their weight, and rules rank as specified', () => {
  expect(settings.searchableAttributes).toEqual(['name', 'developer', 'keywords', 'subtitle', 'description']);
  expect(settings.rankingRules.join(', ')).toBe(
    'words, typo, attributeRank, proximity, exactness, wordPosition, sort, quality:desc',
  );
});

describe('synonyms', () => {
  test('lead from each word of a group to every other', () => {
    for (const group of synonyms) {
      for (const word of group) expect([word, ...(settings.synonyms[word] ?? [])].sort()).toEqual([...group].sort());
    }
  });

  test('are single words as queries are normalised, each in one group', () => {
    const words = synonyms.flat();
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => normalise(word) !== word || /\s/.test(word))).toEqual([]);
    expect(synonyms.length).toBeGreaterThanOrEqual(23);
  });
});

test('an index is made with all settings, and a second time changes nothing', async () => {
  const { fake, client } = await start();
  fake.setTaskDelay(5);
  await applySettings(client, client.apps);
  expect(fake.indexes.get('test_apps')?.settings).toMatchObject(settings);
  fake.indexes.get('test_apps')?.documents.set('1', { id: '1' });
  await applySettings(client, client.apps);
  expect(fake.indexes.get('test_apps')?.documents.size).toBe(1);
});

test('a server that knows only `attribute` gets the rules that it knows', async () => {
  const { fake, client } = await start({ knowsAttributeRank: false, version: '1.15.0' });
  await applySettings(client, client.apps);
  expect(fake.indexes.get('test_apps')?.settings.rankingRules).toEqual(olderRankingRules);
});

test('settings that the server refuses for another reason are a failure', async () => {
  const { fake, client } = await start();
  fake.failNextTask('settingsUpdate', 'invalid_settings_synonyms');
  await expect(applySettings(client, client.apps)).rejects.toMatchObject({ code: 'invalid_settings_synonyms' });
});

test('an update of the server asks for the settings anew, for it may know more rules', async () => {
  const older = await start({ version: '1.15.0' });
  const before = await wantedSettings(older.client);
  expect(await wantedSettings(older.client)).toBe(before);
  await older.fake.stop();
  const { client } = await start({ version: '1.50.0' });
  expect(await wantedSettings(client)).not.toBe(before);
});
