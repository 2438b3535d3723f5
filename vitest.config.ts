import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '.next/**', '.pomona/**', 'e2e/**'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    // Nothing listens at this address: unit tests need no database, and db tests set their own.
    env: {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      LOG_LEVEL: 'silent',
      POMONA_SECRET: 'a secret that only the tests know',
      PUBLIC_URL: 'http://localhost:3000',
      // Only lib/search/meilisearch/live.test.ts asks it.
      MEILISEARCH_URL: '',
      POMONA_TEST_MEILISEARCH_URL: process.env.MEILISEARCH_URL ?? '',
      POMONA_TEST_MEILISEARCH_API_KEY: process.env.MEILISEARCH_API_KEY ?? '',
    },
    reporters: ['default', './tests/vitest-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.{db,services}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: ['./tests/database-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: ['**/*.services.test.ts'],
          exclude: ignored,
          globalSetup: ['./tests/database-setup.ts', './tests/services-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          // As in the browser: real servers on a shared machine have a second try in CI, and it is named.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
