import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, test } from './fixtures';

async function mainPages(request: APIRequestContext): Promise<string[]> {
  const { items } = await (await request.get('/api/v1/apps?country=US&limit=1')).json();
  const [app] = items as { slug: string; developer: { slug: string } }[];
  if (!app) throw new Error('The store has no apps');
  const path = `/apps/${app.slug}`;
  return ['/', path, '/categories', '/categories/games', `/developers/${app.developer.slug}`, '/search?q=a'];
}

async function openFromRightToLeft(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
}

for (const { width, colorScheme } of [
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
] as const) {
  test.describe(() => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test(`read from right to left at ${width} px, pages turn round and do not scroll sideways`, async ({
      page,
      request,
    }) => {
      for (const path of await mainPages(request)) {
        await openFromRightToLeft(page, path);
        await expectNoSidewaysScroll(page);
        const search = await page.getByRole('combobox', { name: 'Search apps' }).boundingBox();
        const mark = await page
          .getByRole('link', { name: /front page/ })
          .first()
          .boundingBox();
        expect(search?.x, `${path}: the search is left of the mark`).toBeLessThan(mark?.x ?? 0);
      }
    });
  });
}

test.describe('the screenshots of an app, read from right to left', () => {
  test.use({ viewport: { width: 900, height: 900 } });

  test('move on to the left, by arrows and by keys', async ({ page, request }) => {
    const [, path = ''] = await mainPages(request);
    await openFromRightToLeft(page, path);
    const rail = page.getByRole('list', { name: 'Screenshots' });
    await page.getByRole('button', { name: 'More of Screenshots' }).click();
    await expect.poll(() => rail.evaluate((element) => element.scrollLeft)).toBeLessThan(-100);
    await page.getByRole('button', { name: /^Enlarge screenshot 1 of/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/^1 of/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(dialog.getByText(/^2 of/)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByText(/^1 of/)).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

  test('the bar with the price covers nothing at the foot of the page', async ({ page, request }) => {
    const [, path = ''] = await mainPages(request);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const bar = page.getByRole('region', { name: 'Price' });
    await expect(bar).toBeVisible();
    await expect
      .poll(async () => {
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        const foot = await page.getByRole('contentinfo').boundingBox();
        const top = (await bar.boundingBox())?.y ?? 0;
        return Math.round((foot?.y ?? 0) + (foot?.height ?? 0) - top);
      })
      .toBeLessThanOrEqual(1);
  });
});

for (const width of [360, 1440]) {
  test.describe(() => {
    test.use({ viewport: { width, height: 900 } });

    test(`nothing moves while a page loads at ${width} px`, async ({ page, request }) => {
      await page.addInitScript(() => {
        const kept = window as typeof window & { shifted: { value: number; of: string[] } };
        kept.shifted = { value: 0, of: [] };
        type Shift = PerformanceEntry & { value: number; sources: { node?: Element }[] };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[]) {
            kept.shifted.value += entry.value;
            kept.shifted.of.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? '?'));
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const path of await mainPages(request)) {
        await page.goto(path, { waitUntil: 'networkidle' });
        const shifted = await page.evaluate(
          () => (window as typeof window & { shifted: { value: number; of: string[] } }).shifted,
        );
        expect(shifted.value, `${path}: ${shifted.of.join('\n')}`).toBeLessThan(0.02);
      }
    });
  });
}

test.describe('a page of many parts', () => {
  const parts = (page: Page) => page.locator('.late-parts > *');
  const leftForLater = (page: Page) =>
    parts(page).evaluateAll((all) => all.filter((part) => getComputedStyle(part).contentVisibility === 'auto').length);

  test('comes without the layout of what is far below', async ({ page }) => {
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await leftForLater(page)).toBe((await parts(page).count()) - 2);
    await expectNoSidewaysScroll(page);
    const places = () =>
      parts(page).evaluateAll((all) =>
        all.map((part) => part.getBoundingClientRect()).map(({ x, width }) => [x, width]),
      );
    const before = await places();
    await page.evaluate(() => {
      document.documentElement.dataset.settled = '';
    });
    expect(await leftForLater(page)).toBe(0);
    expect(await places()).toEqual(before);
  });

  test('is laid out whole by itself, and the back button finds its place there', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-settled', '');
    expect(await leftForLater(page)).toBe(0);
    const index = page.getByRole('region', { name: 'Everything, by category' });
    const link = index.getByRole('link', { name: /^Games/ });
    await link.scrollIntoViewIfNeeded();
    const before = await link.boundingBox();
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Games' })).toBeVisible();
    await page.goBack();
    await expect.poll(async () => (await link.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
    expect(await leftForLater(page)).toBe(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ['/apps/quiet-ches', '/categories/nothing', '/developers/nobody-at-all', '/not/a/page']) {
    test(`${path} says that nothing is there, and where to go on`, async ({ page, expectAnswer }) => {
      expectAnswer(404, /./);
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^There is no/);
      await expect(page.getByRole('searchbox', { name: 'Search all apps' })).toBeVisible();
      expect(await page.getByRole('main').locator('a[href^="/apps/"]').count()).toBeGreaterThan(0);
      await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/);
    });
  }
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('what is chosen and what can be pressed still has an edge', async ({ page }) => {
    await page.goto('/categories/games', { waitUntil: 'networkidle' });
    const edgeOf = (name: string) =>
      page
        .getByRole('main')
        .getByRole('button', { name })
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
    expect(await edgeOf('')).not.toBe('0px');
    const chosen = page.getByRole('navigation', { name: 'Kinds' }).getByRole('link', { name: 'All', exact: true });
    expect(await chosen.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  });
});
