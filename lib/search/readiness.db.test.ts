import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { startFakeMeilisearch } from '@/tests/fake-meilisearch';
import { openMeilisearch } from './meilisearch/client';
import { keepIndex } from './meilisearch/keep-index';
import { searchReadiness } from './readiness';

const t = testDatabase();

test('search is ready with a filled Meilisearch, degraded with an empty or silent one, and no matter without', async () => {
  expect(await searchReadiness(null)).toBeNull();
  const fake = await startFakeMeilisearch();
  const options = { url: fake.url, indexPrefix: 'test_', taskTimeoutMs: 10_000 };
  try {
    expect(await searchReadiness(options)).toBe('degraded');
    await keepIndex(t.ctx(), openMeilisearch(options), new AbortController().signal);
    expect(await searchReadiness(options)).toBe('ok');
    for (const fault of ['error', 'hang'] as const) {
      fake.setFault(fault);
      expect(await searchReadiness(options)).toBe('degraded');
    }
  } finally {
    await fake.stop();
  }
  expect(await searchReadiness(options)).toBe('degraded');
});
