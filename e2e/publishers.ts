import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import type { NewApiKey, Organization } from '@/lib/accounts/organizations/schema';
import type { QueueItem } from '@/lib/moderation/schema';
import { ageQuestions } from '@/lib/publishing/age';
import type { ConsoleAppDetail, ConsoleVersionDetail, ListingPatch } from '@/lib/publishing/schema';
import { expect } from './fixtures';

const origin = `http://localhost:${process.env.POMONA_TEST_PORT}`;

/** Asks the API as whoever the context is signed in as. */
export async function ask<T>(
  request: APIRequestContext,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  data?: unknown,
): Promise<T> {
  const answer = await request.fetch(`/api/v1${path}`, { method, headers: { Origin: origin }, data });
  const text = await answer.text();
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`).toBe(true);
  return text === '' ? (undefined as T) : JSON.parse(text);
}

/** A name that no other test has. */
export const unlike = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;

export const png = (name: string, width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/png', buffer }));

/** A file that the store takes for an AppImage; no two are alike. */
export function appImage(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes);
  for (let at = 0; at < sizeBytes; at += 65_536) {
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, sizeBytes)));
  }
  bytes.write('\x7fELF\x02\x01\x01\x00AI\x02', 0, 'latin1');
  return bytes;
}

export const makeOrganization = (request: APIRequestContext, name = unlike('Windfall')) =>
  ask<Organization>(request, 'POST', '/console/organizations', { name, country: 'US' });

export async function makeKey(request: APIRequestContext, organization: string): Promise<string> {
  const body = { organization, name: 'Build server', scopes: ['read', 'release'] };
  return (await ask<NewApiKey>(request, 'POST', '/console/keys', body)).key;
}

const words: ListingPatch = {
  subtitle: 'Counts what falls',
  description: 'It counts the apples that fall, and says which tree they were from.',
  age: Object.fromEntries(ageQuestions.map(({ id }) => [id, 'none'])),
};

/** A free app that nothing is missing from but a version. */
export async function makeApp(
  request: APIRequestContext,
  organization: string,
  name = unlike('Apples'),
): Promise<ConsoleAppDetail> {
  const bundleId = `org.example.a${crypto.randomUUID().slice(0, 8)}`;
  const body = { organization, name, bundleId, category: 'productivity' };
  const app = await ask<ConsoleAppDetail>(request, 'POST', '/console/apps', body);
  for (const [kind, width, height] of [['icon', 512, 512] as const, ['screenshot', 640, 960] as const]) {
    const { buffer } = await png('picture.png', width, height, '#2c7a4b');
    const headers = { Origin: origin, 'Content-Type': 'image/png' };
    const answer = await request.post(`/api/v1/console/apps/${app.id}/media?kind=${kind}`, { headers, data: buffer });
    expect(answer.status(), await answer.text()).toBe(201);
  }
  await ask(request, 'PATCH', `/console/apps/${app.id}/listing`, words);
  await ask(request, 'PUT', `/console/apps/${app.id}/prices`, {
    base: { amountMinor: 0, currency: 'USD' },
    overrides: {},
  });
  return app;
}

/** Hands in a version that needs no build, which comes out as soon as it is approved; gives the id of its submission. */
export async function handIn(request: APIRequestContext, { id }: { id: string }, version = '1.0.0'): Promise<string> {
  const begun = { version, platform: 'web', webUrl: 'https://apples.example.org/', releaseMode: 'automatic' };
  await ask(request, 'POST', `/console/apps/${id}/versions`, begun);
  const path = `/console/apps/${id}/versions/${version}/submit`;
  const { submissions } = await ask<ConsoleVersionDetail>(request, 'POST', path, {});
  return submissions[0]?.id ?? '';
}

/** What waits for the desk, in its order. */
export async function queueOf(moderator: APIRequestContext): Promise<QueueItem[]> {
  return (await ask<{ items: QueueItem[] }>(moderator, 'GET', '/moderation/submissions?limit=100')).items;
}

export async function approve(moderator: APIRequestContext, submission: string): Promise<void> {
  await ask(moderator, 'POST', `/moderation/submissions/${submission}/claim`);
  await ask(moderator, 'POST', `/moderation/submissions/${submission}/decision`, { decision: 'approve' });
}

/** Steps with Tab until the control has the focus, as somebody without a pointer does. */
export async function tabTo(page: Page, control: Locator, most = 40): Promise<void> {
  for (let steps = 0; steps < most; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

type Publication = {
  key: string;
  app: string;
  version: string;
  file: { name: string; bytes: Buffer };
  notes?: string;
};

/** Runs docs/publish.sh as a build server does; gives what it prints. */
export async function publish({ key, app, version, file, notes = '' }: Publication): Promise<string> {
  const { error } = spawnSync('curl', ['--version']);
  if (error)
    throw new Error('docs/publish.sh needs curl, and this machine has none: install it (apt-get install curl)');
  const dir = mkdtempSync(join(process.env.POMONA_TEST_DIR ?? '', 'publish-'));
  const path = join(dir, file.name);
  writeFileSync(path, file.bytes);
  const run = promisify(execFile);
  const env = { ...process.env, POMONA_URL: origin, POMONA_KEY: key };
  try {
    const { stdout } = await run('sh', ['docs/publish.sh', app, 'linux', version, path, notes], { env });
    return stdout.trim();
  } finally {
    rmSync(dir, { recursive: true });
  }
}
