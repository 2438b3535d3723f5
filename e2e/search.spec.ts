import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';
import { ask, box, found, open, results } from './searching';

const wasHere = (page: Page) => page.evaluate(() => (window as Window & { wasHere?: boolean }).wasHere === true);

test('the list follows what is typed, without another document, an empty moment or a lost focus', async ({ page }) => {
  await open(page, '/search?q=tide');
  await expect(found(page).first()).toBeVisible();
  await page.evaluate(() => {
    const watched = window as Window & { wasHere?: boolean; emptyMoments?: number };
    watched.wasHere = true;
    watched.emptyMoments = 0;
    const count = () => {
      if (document.querySelector('main ul[aria-label="Results"] li') === null) watched.emptyMoments! += 1;
    };
    new MutationObserver(count).observe(document.querySelector('main')!, { childList: true, subtree: true });
  });
  const entries = await page.evaluate(() => history.length);
  await box(page).fill('che');
  await expect(page).toHaveURL('/search?q=che');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “che”');
  await box(page).press('End');
  await box(page).pressSequentially('ss', { delay: 40 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
  await expect(page).toHaveTitle(/^“chess”/);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('chess');
  expect(await wasHere(page)).toBe(true);
  expect(await page.evaluate(() => (window as Window & { emptyMoments?: number }).emptyMoments)).toBe(0);
  expect(await page.evaluate(() => history.length), 'typing is one entry').toBe(entries + 1);
});

test('a late answer does not overwrite a newer one, and the old list stays until then, dimmed', async ({ page }) => {
  await open(page, '/search?q=tide');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/v1\/search\?.*q=slow/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await box(page).fill('slow');
  await expect(page).toHaveURL('/search?q=slow');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “tide”');
  await expect(found(page).first()).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(1);
  await box(page).fill('chess');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
  release();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
});

test('each search that is meant is one step back; what was typed on the way is none', async ({ page }) => {
  await open(page, '/categories');
  await box(page).fill('tide');
  await box(page).press('Enter');
  await expect(page).toHaveURL('/search?q=tide');
  await expect(found(page).first()).toBeVisible();
  await box(page).fill('c');
  await expect(page).toHaveURL('/search?q=c');
  await box(page).pressSequentially('hess', { delay: 300 });
  await expect(page).toHaveURL('/search?q=chess');
  await box(page).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
  await page.goBack();
  await expect(page).toHaveURL('/search?q=tide');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “tide”');
  await expect(box(page)).toHaveValue('tide');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
  await expect(box(page)).toHaveValue('chess');
  await box(page).fill('chess xx');
  await expect(page).toHaveURL('/search?q=chess+xx');
  await page.goBack();
  await expect(page).toHaveURL('/search?q=chess');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
  await expect(box(page)).toHaveValue('chess');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/categories');
});

test('offline the page says so and shows nothing of another search; online it goes on by itself', async ({
  page,
  context,
  expectAnswer,
}) => {
  await open(page, '/search?q=tide');
  await expect(found(page).first()).toBeVisible();
  // Also pictures and pages that were to be fetched ahead.
  expectAnswer(0, /^\//);
  await context.setOffline(true);
  await box(page).fill('chess');
  await box(page).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'The search did not work' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
  await expect(found(page)).toHaveCount(0);
  await context.setOffline(false);
  await expect(found(page).first()).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'The search did not work' })).toHaveCount(0);
});

test('the list loads more near its end, has a foot, and is as long and as far down on the way back', async ({
  page,
  request,
}) => {
  const { total, isTotalCapped } = await ask(request, 'sort=newest&limit=1');
  expect(isTotalCapped ? total + 1 : total, 'the demo store has enough apps').toBeGreaterThan(200);
  await open(page, '/search?sort=newest');
  const size = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await size();
  await expect(async () => {
    await page.mouse.wheel(0, 3000);
    const position = Number(await found(page).last().getAttribute('aria-posinset', { timeout: 1_000 }));
    expect(position).toBeGreaterThan(140);
  }).toPass();
  await expect.poll(size).toBeGreaterThan(before * 2);
  await expect(page.getByRole('link', { name: 'Show more apps' })).toBeVisible();
  // Of the hundreds only those in sight are in the document.
  expect(await found(page).count()).toBeLessThan(120);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await expect(page.getByRole('contentinfo')).toBeInViewport();

  await page.evaluate(() => scrollTo(0, 1800));
  const place = () =>
    page.locator('main li[aria-posinset]').evaluateAll((items) => {
      const item = items.find((one) => {
        const { top } = one.getBoundingClientRect();
        return top > 200 && top < 500;
      });
      return { href: item?.querySelector('a')?.getAttribute('href'), top: item?.getBoundingClientRect().top ?? 0 };
    });
  await expect.poll(async () => (await place()).top).toBeGreaterThan(200);
  const { href, top } = await place();
  const link = results(page).locator(`a[href="${href}"]`);
  await link.click();
  await expect(page).toHaveURL(href ?? '');
  await page.goBack();
  await expect(page).toHaveURL('/search?sort=newest');
  await expect
    .poll(async () => Math.abs(((await link.boundingBox())?.y ?? -10_000) - top), {
      message: 'the app is where it was',
    })
    .toBeLessThan(60);
});

test('words that match stand out in names and subtitles', async ({ page }) => {
  await open(page, '/search?q=tíde');
  const marks = results(page).locator('mark');
  await expect(marks.first()).toBeVisible();
  for (const text of await marks.allInnerTexts()) expect(text.toLowerCase()).toBe('tide');
  await open(page, '/search?q=a');
  await expect(found(page).first()).toBeVisible();
  await expect(marks).toHaveCount(0);
});

test('where nothing is found the page says what would help', async ({ page }) => {
  await open(page, '/search?q=tide&platform=ios&price=paid&minRating=4.5&age=4&category=music');
  await expect(page.getByRole('heading', { name: 'Nothing found for “tide”' })).toBeVisible();
  await page.getByRole('link', { name: 'Search without filters' }).click();
  await expect(page).toHaveURL('/search?q=tide');
  await expect(found(page).first()).toBeVisible();
  await box(page).fill('zzzzqqqq');
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzzzqqqq”' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Look through a category' })).toBeVisible();
  await box(page).fill('tide zzzzqqqq');
  await expect(page.getByRole('heading', { name: 'Partial matches' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Partial matches' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '0 apps' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveCount(0);
  expect((await page.getByRole('heading', { name: 'Partial matches' }).boundingBox())?.y).toBeLessThan(400);
});

test('an error says so and is tried again', async ({ page, expectAnswer }) => {
  await open(page, '/search?q=tide');
  expectAnswer(400, /^\/api\/v1\/search$/);
  await page.route(/\/api\/v1\/search\?/, (route) => route.fulfill({ status: 400, json: { status: 400, code: 'x' } }));
  await box(page).fill('chess');
  await expect(page.getByRole('alert').filter({ hasText: 'The search did not work' })).toBeVisible();
  await page.unroute(/\/api\/v1\/search\?/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “chess”');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the box, the choices and the next page work', async ({ page, expectAnswer }) => {
    // The browser says that it fetches no scripts.
    expectAnswer(0, /^\/_next\/static\//);
    await page.goto('/categories');
    await box(page).fill('a');
    await box(page).press('Enter');
    await expect(page).toHaveURL('/search?q=a');
    await page.getByRole('group', { name: 'Price' }).getByRole('button', { name: /^Free/ }).click();
    await expect(page).toHaveURL(/\/search\?q=a&price=free/);
    await expect(found(page).first()).toBeVisible();
  });
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the search fits its window and has no serious accessibility finding', async ({ page }) => {
      test.slow();
      for (const path of [
        '/search',
        '/search?q=tide&price=free',
        '/search?q=tide+zzzzqqqq',
        `/search?q=${'x'.repeat(200)}`,
      ]) {
        await open(page, path);
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
      }
    });
  });
}
