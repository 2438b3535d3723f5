import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectFitsEveryWindow } from './windows';

async function firstSlug(request: APIRequestContext, path: string): Promise<string> {
  const { items } = (await (await request.get(path)).json()) as {
    items: { slug: string; developer?: { slug: string } }[];
  };
  const [first] = items;
  if (!first) throw new Error(`${path} is empty`);
  return first.slug;
}

/** Every page, as a visitor and as somebody who owns things would open it. */
const OPEN: Record<string, (request: APIRequestContext) => Promise<string>> = {
  Today: async () => '/',
  categories: async () => '/categories',
  'a category': async () => '/categories/games?sort=rating',
  'an app': async (request) => `/apps/${await firstSlug(request, '/api/v1/apps?country=US&limit=1')}`,
  'a developer': async (request) => {
    const { items } = await (await request.get('/api/v1/apps?country=US&limit=1')).json();
    return `/developers/${items[0].developer.slug}`;
  },
  'a story': async (request) => `/stories/${await firstSlug(request, '/api/v1/collections?country=US')}`,
  'search results': async () => '/search?q=a',
  'a search without results': async () => '/search?q=zzzzqqqq',
  'sign-in': async () => '/sign-in',
  'sign-up': async () => '/sign-up',
  'a forgotten password': async () => '/forgot-password',
  'a farewell': async () => '/goodbye',
  'a dead link to confirm an address': async () => '/verify/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'a dead link to choose a password': async () => '/reset-password/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'the API reference': async () => '/docs/api',
};

const MINE = ['/library', '/purchases', '/wishlist', '/notifications', '/account'];

/** The pages of the console, of an app with a version that was rejected. */
async function consolePages(request: APIRequestContext): Promise<string[]> {
  const { items } = await (await request.get('/api/v1/console/apps?limit=100')).json();
  const apps = items as { id: string; inFlight: { id: string; state: string } | null }[];
  const app = apps.find(({ inFlight }) => inFlight?.state.endsWith('rejected')) ?? apps[0];
  const [organization] = (await (await request.get('/api/v1/console/organizations')).json()).items;
  const own = ['', '/apps/new', '/reviews', '/members', '/keys', '/settings'];
  const ofApp = ['', '/listing', '/prices', '/versions', `/versions/${app?.inFlight?.id}`];
  return [
    ...own.map((path) => `/console/${organization.slug}${path}`),
    ...ofApp.map((path) => `/console/apps/${app?.id}${path}`),
  ];
}

/** The pages of the desk, with a case on it. */
async function deskPages(request: APIRequestContext): Promise<string[]> {
  const { items } = await (await request.get('/api/v1/moderation/submissions')).json();
  const reviews = await (await request.get('/api/v1/moderation/reviews?limit=1')).json();
  const pages = [
    '',
    `/submissions?id=${items[0].id}`,
    `/reviews?id=${reviews.items[0].id}`,
    '/appeals',
    '/reports',
    '/audit',
  ];
  return pages.map((path) => `/moderation${path}`);
}

/** `until`: a desk that hears of what others do never falls silent. */
async function check(page: Page, path: string, until: 'networkidle' | 'load' = 'networkidle'): Promise<void> {
  await page.goto(path, { waitUntil: until });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/\S/);
  await expectFitsEveryWindow(page);
}

for (const [title, pathOf] of Object.entries(OPEN)) {
  test(`${title} fits every window and has no serious accessibility finding`, async ({ page, request }) => {
    await check(page, await pathOf(request));
  });
}

test('what is not there is a page of its own that fits every window', async ({ page, expectAnswer }) => {
  expectAnswer(404, /^\/apps\/nothing-here$/);
  const answer = await page.goto('/apps/nothing-here');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /./);
  await expectFitsEveryWindow(page);
});

// Several pages one after the other.
test.describe('fit every window and have no serious accessibility finding:', () => {
  test.beforeEach(() => test.slow());

  test('library, purchases and account with things in them', async ({ page, signIn }) => {
    await signIn('shopper');
    for (const path of MINE) await check(page, path);
  });

  test('library, purchases and account with nothing in them', async ({ page, signUp }) => {
    await signUp();
    for (const path of MINE) await check(page, path);
  });

  test('the pages of the console', async ({ page, signIn }) => {
    await signIn('developer');
    for (const path of await consolePages(page.request)) await check(page, path);
  });

  test('the pages of the desk', async ({ page, signIn }) => {
    await signIn('admin');
    for (const path of await deskPages(page.request)) await check(page, path, 'load');
  });
});
