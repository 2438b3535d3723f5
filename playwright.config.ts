import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { freePort } from './scripts/ports';
import { makeTemporaryDir } from './scripts/temporary';
import { findChromium } from './scripts/tools';

// Workers read this file too: what the first reading chose reaches them through the environment.
if (process.env.POMONA_TEST_DIR === undefined) {
  const dir = makeTemporaryDir();
  process.env.POMONA_TEST_DIR = dir;
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
}
process.env.POMONA_TEST_PORT ??= String(await freePort());
process.env.CHROMIUM_PATH ??= findChromium() ?? '';
const port = process.env.POMONA_TEST_PORT;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // In CI, where the machine is shared, a test has a second try; the summary names the one that needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./tests/playwright-reporter.ts']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    name: 'store',
    command: `"${process.execPath}" --import tsx scripts/start.ts`,
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 600_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 45_000 },
    // Empty means unset: neither the caller's settings nor a .env file decide what is tested.
    env: {
      DATABASE_URL: '',
      HOST: '',
      MAIL_FROM: '',
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
      REDIS_URL: '',
      METRICS_TOKEN: '',
      POMONA_ALLOW_EMBEDDED: '',
      POMONA_DEMO: '',
      POMONA_SECRET: '',
      PUBLIC_URL: '',
      SMTP_URL: '',
      TRUST_PROXY: '',
      LOG_LEVEL: 'warn',
      POMONA_DATA_DIR: join(process.env.POMONA_TEST_DIR, 'store'),
      PORT: port,
    },
  },
});
