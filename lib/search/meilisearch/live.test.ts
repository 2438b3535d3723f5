import { afterAll, expect, test } from 'vitest';
import type { Ctx } from '@/lib/context';
import { newId } from '@/lib/ids';
import { logger } from '@/lib/logger';
import { liveMeilisearch } from '@/tests/live-meilisearch';
import { searchEngineContract } from '@/tests/search-engine-contract';
import { done, openMeilisearch, writeIndexState } from './client';
import { meilisearchEngine } from './engine';
import { indexFormat } from './indexed-app';
import { applySettings } from './settings';

if (liveMeilisearch === null) {
  test('no real Meilisearch is asked without MEILISEARCH_URL: what holds here holds for the fake server', () => {
    expect(liveMeilisearch).toBeNull();
  });
} else {
  const options = { ...liveMeilisearch, indexPrefix: `contract_${newId().replaceAll('-', '')}_` };
  const client = openMeilisearch(options);

  const ctx: Ctx = {
    db: new Proxy({}, { get: () => expect.fail('the database was asked') }) as Ctx['db'],
    actor: { kind: 'anonymous' },
    now: new Date(),
    requestId: 'request',
    log: logger(),
  };

  searchEngineContract('Meilisearch (a real one)', async () => {
    await applySettings(client, client.apps);
    await writeIndexState(client, { settings: 'of the test', format: indexFormat, builtAt: ctx.now.toISOString() });
    return { engine: meilisearchEngine(options), ctx, prepare: async () => undefined };
  });

  afterAll(async () => {
    for (const uid of [client.apps, client.meta]) await done(client, client.writing.deleteIndex(uid));
  });
}
