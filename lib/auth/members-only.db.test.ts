import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { GET as getOpenApi } from '@/app/api/openapi.json/route';
import { GET as listApps } from '@/app/api/v1/apps/route';
import { POST as signUp } from '@/app/api/v1/accounts/route';
import { GET as getMedia } from '@/app/media/[id]/[file]/route';
import { settings } from '@/db/schema';
import type { Operation } from '@/lib/http/operation';
import { operations } from '@/lib/http/operations';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp, createUser, PASSWORD } from '@/tests/factories';
import { visitor } from '@/tests/visitor';

const database = testDatabase();

// Whatever is in neither list is behind the gate: a page by calling pageContext, a route by calling audienceOf or
// mayBrowse, an operation of the API by `route`.

/** Pages that a stranger sees in a store for members only. */
const OPEN_PAGES = /^\((auth|legal)\)\/|^(\([^)]+\)\/)?(legal|verify|reset-password|invitations?)\//;

/** Routes outside the API's operations that answer strangers, and why. */
const OPEN_ROUTES: Record<string, string> = {
  '.well-known/jwks.json': 'checks receipts, which are shown elsewhere',
  'api/auth/[...nextauth]': 'signing in',
  'api/v1/[[...path]]': 'says that there is no such route',
  'apple-touch-icon.png': 'of the sign-in page',
  'favicon.ico': 'of the sign-in page',
  healthz: 'for the machine',
  'logo/[id]/[file]': 'of the sign-in page',
  'manifest.webmanifest': 'name and icon, which the sign-in page shows too',
  metrics: 'has its own token',
  readyz: 'for the machine',
  'robots.txt': 'asks search engines to stay away',
};

/** Operations that a stranger may call. */
const OPEN_OPERATIONS = [
  'GET /downloads/{token}',
  'GET /organization-invitations/{token}',
  'GET /password-resets/{token}',
  'POST /accounts',
  'POST /password-resets',
  'POST /receipts/verify',
  'POST /verifications/{token}',
  'POST /webhooks/payments/{provider}',
  'PUT /password-resets/{token}',
];

const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file));
const routes = files.filter((file) => /(^|\/)route\.tsx?$/.test(file));
const source = (file: string) => readFileSync(join('app', file), 'utf8');
const access = (value: string) => ({ key: 'access', value, updatedAt: new Date() });

beforeAll(async () => {
  await database.db.insert(settings).values(access('members'));
});

describe('in a store for members only', () => {
  test.each(pages.filter((file) => !OPEN_PAGES.test(file)))('app/%s sends strangers to sign in', (file) => {
    expect(source(file), 'takes its context from pageContext').toMatch(
      /\b(pageContext|consoleContext|findOrganization)\(|<Missing\b/,
    );
    expect(source(file), 'is not open').not.toMatch(/\bopenPageContext\b/);
  });

  const paths = routes.map((file) => file.replace(/\/?route\.tsx?$/, '')).filter((path) => !path.startsWith('api/v1/'));
  test.each(paths.filter((path) => !(path in OPEN_ROUTES)))(
    'the route /%s is not there for strangers',
    async (path) => {
      const file = routes.find((one) => one.replace(/\/?route\.tsx?$/, '') === path) ?? '';
      expect(source(file), 'asks who may browse').toMatch(/\b(audienceOf|mayBrowse|publicDocument|answerPoster)[(<]/);
      const { GET } = await import(/* @vite-ignore */ pathToFileURL(join('app', file)).href);
      const params = { id: newId(), file: 'icon-64.webp', slug: 'app', feed: 'new.xml', part: 'apps-0.xml' };
      const answer = await visitor().call(GET, 'GET', `/${path.replace(/\[(\w+)\]/g, 'x')}`, { params });
      expect([401, 404]).toContain(answer.status);
    },
  );

  test('these operations are open to strangers, and no others', () => {
    const all: [string, Operation][] = Object.entries(operations);
    const open = all.filter(([, operation]) => operation.isOpenToStrangers).map(([key]) => key);
    expect(open.sort()).toEqual(OPEN_OPERATIONS);
  });

  const keys = Object.keys(operations).filter((key) => !OPEN_OPERATIONS.includes(key));
  test.each(keys)('%s answers a stranger 401 before it looks at anything', async (key) => {
    const [method = '', path = ''] = key.split(' ');
    const file = join('app/api/v1', path.replace(/\{(\w+)\}/g, '[$1]'), 'route.ts');
    const handlers = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const params = Object.fromEntries(names.map((name) => [name, newId()]));
    const answer = await visitor().call(handlers[method], method, `/api/v1${path}`, { params });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.json()).toMatchObject({ code: 'not_signed_in' });
  });

  test('a stranger sees no picture and no API document', async () => {
    const params = { id: newId(), file: 'icon-64.webp' };
    const picture = await visitor().call(getMedia, 'GET', `/media/${params.id}/${params.file}`, { params });
    expect(picture.status).toBe(401);
    expect((await visitor().call(getOpenApi, 'GET', '/api/openapi.json')).status).toBe(401);
  });

  test('a stranger may sign up and in, and is a member then: for whom no shared cache keeps anything', async () => {
    await createApp(database.db);
    const user = await createUser(database.db);
    const json = { email: `${newId()}@example.com`, password: PASSWORD, name: 'Ada', country: 'GB' };
    expect((await visitor().call(signUp, 'POST', '/api/v1/accounts', { json })).status).not.toBe(401);
    const member = visitor();
    expect((await member.call(listApps, 'GET', '/api/v1/apps?country=US')).status).toBe(401);
    await member.signIn(user.email, PASSWORD);
    const answer = await member.call(listApps, 'GET', '/api/v1/apps?country=US');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect((await answer.json()).items).toHaveLength(1);
  });
});
