import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

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

async function check(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/\S/);
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
}

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    for (const [title, pathOf] of Object.entries(OPEN)) {
      test(`${title} fits its window${name.startsWith('narrow') ? '' : ' and has no serious accessibility finding'}`, async ({
        page,
        request,
      }) => {
        await check(page, await pathOf(request));
      });
    }

    test('what is not there is a page of its own', async ({ page, expectAnswer }) => {
      expectAnswer(404, /^\/apps\/nothing-here$/);
      const answer = await page.goto('/apps/nothing-here');
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', /./);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });

    test('library, purchases and account fit their windows, with things in them and without', async ({
      page,
      signIn,
      signUp,
    }) => {
      // Ten pages one after the other.
      test.slow();
      await signIn('shopper');
      for (const path of MINE) await check(page, path);
      await page.context().clearCookies();
      await signUp();
      for (const path of MINE) await check(page, path);
    });
  });
}
