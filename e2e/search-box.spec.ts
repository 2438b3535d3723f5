import type { Page } from '@playwright/test';
import type { Suggestions } from '@/lib/search/schema';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';
import { box, open } from './searching';

const options = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const qOf = (page: Page) => new URL(page.url()).searchParams.get('q');

async function active(page: Page): Promise<string | null> {
  const id = await box(page).getAttribute('aria-activedescendant');
  return id === null ? null : page.locator(`[id="${id}"]`).innerText();
}

test('suggests from one letter on, and is walked through by the keys of a combobox', async ({ page, request }) => {
  const { items } = await (await request.get('/api/v1/apps?country=US&limit=1')).json();
  const name: string = items[0].name;
  await open(page, '/categories');
  await box(page).pressSequentially(name.charAt(0));
  await expect(options(page).first()).toBeVisible();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await box(page).fill(name);
  await expect(options(page).filter({ hasText: name }).first()).toBeVisible();
  const answer = await request.get(`/api/v1/search/suggest?country=US&q=${encodeURIComponent(name)}`);
  const { apps, queries } = (await answer.json()) as Suggestions;
  expect(apps.length).toBeLessThanOrEqual(3);
  expect(queries.length).toBeLessThanOrEqual(5);
  const count = apps.length + queries.length;
  await expect(options(page)).toHaveCount(count);
  await expect(page.getByRole('status').filter({ hasText: 'suggestion' })).toContainText(`${count} suggestion`);
  await expect(page.getByRole('group', { name: 'Apps' })).toBeVisible();

  expect(await active(page)).toBeNull();
  await box(page).press('ArrowDown');
  expect(await active(page)).toContain(apps[0]?.name);
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await box(page).press('ArrowUp');
  expect(await active(page)).toBe(await options(page).last().innerText());
  await box(page).press('ArrowDown');
  expect(await active(page)).toContain(apps[0]?.name);
  await box(page).press('Home');
  expect(await active(page)).toBeNull();
  await expect(box(page)).toBeFocused();
  await box(page).press('Escape');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(box(page)).toHaveValue(name);
  await box(page).press('ArrowDown');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await box(page).press('Enter');
  await expect(page).toHaveURL(`/apps/${apps[0]?.slug}`);
  await expect(box(page)).toHaveValue('');
  await page.goBack();
  await expect(page).toHaveURL('/categories');
  await expect(box(page)).toHaveValue('');
});

test('suggests nothing of other words, marks what was typed and has a row for all results', async ({ page }) => {
  const app = { slug: 'tea-time', name: 'Tea time', subtitle: 'Minutes', iconUrl: null, color: '#336699' };
  const developer = { slug: 'example', name: 'Example', verified: false };
  const rating = { average: null, count: 0 };
  await open(page, '/categories');
  await page.route(/\/suggest\?.*q=tea(&|$)/, (route) =>
    route.fulfill({ json: { apps: [{ ...app, id: 'a', developer, rating }], queries: ['tea timer'] } }),
  );
  await page.route(/\/suggest\?.*q=(tea%20w|tea\+w|weather)(&|$)/, () => {});
  await box(page).fill('tea');
  await expect(options(page)).toHaveCount(2);
  await expect(options(page).first().locator('mark')).toHaveText('Tea');
  await box(page).fill('tea w');
  await expect(options(page)).toHaveCount(2);
  await box(page).fill('weather');
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  await box(page).fill('tea');
  await expect(options(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Show everything for “tea”' }).click();
  await expect(page).toHaveURL('/search?q=tea');
});

test('Escape empties it once the list is closed; Tab closes the list and goes on', async ({ page }) => {
  await open(page, '/categories');
  await box(page).fill('tide');
  await expect(options(page).first()).toBeVisible();
  await box(page).press('Escape');
  await box(page).press('Escape');
  await expect(box(page)).toHaveValue('');
  await box(page).fill('tide');
  await expect(options(page).first()).toBeVisible();
  await box(page).press('Tab');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(box(page)).not.toBeFocused();
});

test('drops suggestions that come late', async ({ page }) => {
  await open(page, '/categories');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/suggest\?.*q=ti(&|$)/, async (route) => {
    await held;
    await route.fulfill({ json: { apps: [], queries: ['too late'] } }).catch(() => {});
  });
  await page.route(/\/suggest\?.*q=tide(&|$)/, (route) =>
    route.fulfill({ json: { apps: [], queries: ['tide tables', 'tide clock'] } }),
  );
  const asked = page.waitForRequest(/\/suggest\?.*q=ti(&|$)/);
  await box(page).fill('ti');
  await asked;
  await box(page).fill('tide');
  await expect(options(page)).toHaveText(['tide tables', 'tide clock']);
  release();
  await expect(page.getByRole('group', { name: 'Searches' })).toBeVisible();
  await expect(options(page)).toHaveText(['tide tables', 'tide clock']);
  await options(page).filter({ hasText: 'tide clock' }).click();
  await expect.poll(() => qOf(page)).toBe('tide clock');
  await expect(box(page)).toHaveValue('tide clock');
});

test('leaves the keys to an input method while it composes', async ({ page }) => {
  await open(page, '/categories');
  await box(page).fill('tide');
  await expect(options(page).first()).toBeVisible();
  const compose = (key: string) =>
    box(page).evaluate((element, pressed) => {
      const event = { key: pressed, isComposing: true, bubbles: true, cancelable: true };
      return element.dispatchEvent(new KeyboardEvent('keydown', event));
    }, key);
  for (const key of ['ArrowDown', 'Enter', 'Escape']) expect(await compose(key), `${key} is not taken`).toBe(true);
  expect(await active(page)).toBeNull();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(page).toHaveURL('/categories');
});

test('remembers what was searched for on this device, forgets one, all, and with the sign-out', async ({
  page,
  signUp,
}) => {
  await signUp();
  await open(page, '/categories');
  for (const words of ['tide', 'chess', 'maps']) {
    await box(page).fill(words);
    await box(page).press('Enter');
    await expect.poll(() => qOf(page)).toBe(words);
  }
  await open(page, '/categories');
  await box(page).click();
  const recent = page.getByRole('group', { name: 'Recent searches' }).getByRole('option');
  await expect(recent).toHaveText(['maps', 'chess', 'tide']);
  await box(page).press('ArrowDown');
  await box(page).press('ArrowDown');
  await box(page).press('Delete');
  await expect(recent).toHaveText(['maps', 'tide']);
  await box(page).press('ArrowDown');
  await box(page).press('Enter');
  await expect(page).toHaveURL('/search?q=maps');
  await box(page).fill('');
  await box(page).press('ArrowDown');
  await expect(recent).toHaveText(['maps', 'tide']);
  await box(page).press('Tab');
  const clear = page.getByRole('button', { name: 'Clear recent searches' });
  await expect(clear).toBeFocused();
  await clear.press('Enter');
  await expect(recent).toHaveCount(0);
  await expect(box(page)).toBeFocused();

  await box(page).fill('tide');
  await box(page).press('Enter');
  await expect(page).toHaveURL('/search?q=tide');
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('pomona-searches'))).toBeNull();
});

test('a quote, a bracket and a filter expression are text', async ({ page }) => {
  await open(page, '/categories');
  for (const words of ['"', "tide' OR 1=1 --", 'price = 0 AND "x"', '<b>tide</b>']) {
    await box(page).fill(words);
    await box(page).press('Enter');
    await expect.poll(() => qOf(page)).toBe(words);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Results for “${words}”`);
  }
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the box with its list fits its window and has no serious accessibility finding', async ({ page }) => {
      await open(page, '/search');
      await box(page).fill('tide');
      await expect(options(page).first()).toBeVisible();
      await box(page).press('ArrowDown');
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await box(page).press('Escape');
      await box(page).press('Enter');
      await box(page).fill('');
      await expect(page.getByRole('group', { name: 'Recent searches' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}
