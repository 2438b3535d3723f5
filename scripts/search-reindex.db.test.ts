import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apps, searchDocuments } from '@/db/schema';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { type FakeMeilisearch, startFakeMeilisearch } from '@/tests/fake-meilisearch';

const database = testDatabase();
let fake: FakeMeilisearch;

type Outcome = { code: number; stdout: string; stderr: string };

const run = (args: string[] = [], variables: Record<string, string> = {}): Promise<Outcome> =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/search-reindex.ts', ...args], {
    env: { ...process.env, DATABASE_URL: database.url, POMONA_DEMO: '0', ...variables },
  }).then(
    (done) => ({ ...done, code: 0 }),
    (error: Outcome) => error,
  );

const documents = () =>
  database.db.select({ name: searchDocuments.name }).from(searchDocuments).orderBy(searchDocuments.name);

beforeAll(async () => {
  fake = await startFakeMeilisearch({ apiKey: 'a key' });
  await createApp(database.db, { name: 'Apple' });
  await createApp(database.db, { name: 'Pear' });
});

afterAll(() => fake.stop());

test('the documents in Postgres are made anew, and those of apps that are not listed go', async () => {
  const { code, stdout, stderr } = await run();
  expect(code, stderr).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/Indexing: Postgres \[=+\] 2 of 2 apps/);
  expect(stderr).toContain('2 apps can be found.');
  expect(await documents()).toEqual([{ name: 'Apple' }, { name: 'Pear' }]);
  await database.db.update(apps).set({ status: 'hidden' }).where(eq(apps.name, 'Pear'));
  await database.db.update(searchDocuments).set({ name: 'Damaged', version: 'x'.repeat(32) });
  expect((await run()).stderr).toContain('1 app can be found.');
  expect(await documents()).toEqual([{ name: 'Apple' }]);
});

test('with Meilisearch its index is made anew too', async () => {
  const variables = { MEILISEARCH_URL: fake.url, MEILISEARCH_API_KEY: 'a key', MEILISEARCH_INDEX_PREFIX: 'shop_' };
  const { code, stderr } = await run([], variables);
  expect(code, stderr).toBe(0);
  expect([...fake.indexes.keys()].sort()).toEqual(['shop_apps', 'shop_meta']);
  expect([...(fake.indexes.get('shop_apps')?.documents.values() ?? [])]).toMatchObject([{ name: 'Apple' }]);
});

test.each([
  [['now'], {}, 'Usage: npm run search:reindex\n'],
  [[], { MEILISEARCH_URL: 'http://127.0.0.1:1' }, 'Meilisearch in MEILISEARCH_URL cannot be reached.\n'],
])('what cannot be done is said in one sentence: %j %j', async (args, variables, sentence) => {
  const { code, stderr } = await run(args, variables);
  expect(code).toBe(1);
  expect(stderr.endsWith(sentence), stderr).toBe(true);
});

test('a key that is refused is said', async () => {
  const { code, stderr } = await run([], { MEILISEARCH_URL: fake.url, MEILISEARCH_API_KEY: 'another' });
  expect(code).toBe(1);
  expect(stderr).toContain('Meilisearch refuses: The provided API key is invalid.');
});
