import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

const menu = (page: Page) => page.getByRole('dialog', { name: 'Command menu' });
const input = (page: Page) => menu(page).getByRole('combobox');
const option = (page: Page, name: string | RegExp) => menu(page).getByRole('option', { name });

/** A page that has just been loaded hears no keys yet. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(input(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test('the menu finds an app by its name and opens it, by the keyboard alone', async ({ page, request }) => {
  const { items } = await (await request.get('/api/v1/apps?country=US&limit=1')).json();
  await page.goto('/categories');
  await open(page);
  await page.keyboard.type(items[0].name);
  const found = option(page, new RegExp(`^${items[0].name}`)).first();
  // The first choice is what Enter takes, also where it came after others.
  await expect(found).toHaveAttribute('data-highlighted', '');
  await expect(input(page)).toHaveAttribute('aria-activedescendant', (await found.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(found).not.toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('ArrowUp');
  await expect(found).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/apps/${items[0].slug}`);
  await expect(menu(page)).toBeHidden();
  await open(page);
  await expect(menu(page).getByRole('option').first()).toContainText(items[0].name);
});

test('Escape closes the menu and gives the focus back', async ({ page }) => {
  await page.goto('/categories');
  const games = page.getByRole('main').getByRole('link', { name: 'Games', exact: true });
  await games.focus();
  await open(page);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(games).toBeFocused();
});

test('the button in the header says which keys open the menu, and opens it', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('banner').getByRole('button', { name: 'Command menu' });
  await expect(button).toContainText('Ctrl K');
  // A click on a page that is still waking up may be lost.
  await expect(async () => {
    if (!(await menu(page).isVisible())) await button.click({ timeout: 1_000 });
    await expect(input(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('"/" goes to the search, and is a character where somebody writes', async ({ page }) => {
  await page.goto('/categories');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const search = page.getByRole('combobox', { name: 'Search apps' });
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(search).toHaveValue('');
  await page.keyboard.press('/');
  await expect(search).toHaveValue('/');
});

test('typing finds pages, categories and actions, and always the search', async ({ page }) => {
  await page.goto('/');
  await open(page);
  await page.keyboard.type('puz');
  await expect(option(page, /^Puzzle/)).toBeVisible();
  await expect(option(page, 'Search for “puz”')).toBeVisible();
  await input(page).fill('zzzzqqqq');
  await expect(menu(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=zzzzqqqq');
});

test('the appearance changes at once, in the footer too, and stays', async ({ page }) => {
  await page.goto('/');
  await open(page);
  await page.keyboard.type('dark');
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('contentinfo').getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a visitor changes the country, and is led to sign in and back', async ({ page }) => {
  await page.goto('/categories');
  await open(page);
  await page.keyboard.type('germany');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo').getByRole('combobox', { name: 'Country' })).toHaveValue('DE');
  await open(page);
  await page.keyboard.type('sign in');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/sign-in?next=%2Fcategories');
});

test('members have their pages in it, and leave through it; nothing of theirs stays', async ({ page, signUp }) => {
  await signUp();
  await page.goto('/');
  await open(page);
  for (const name of ['Library', 'Wishlist', 'Purchases', 'Notifications', 'Account']) {
    await expect(option(page, name)).toBeVisible();
  }
  await expect(option(page, 'Store settings')).toBeHidden();
  await option(page, 'Library').click();
  await expect(page).toHaveURL('/library');
  await open(page);
  await expect(menu(page).getByRole('option').first()).toHaveText('Library');
  await page.keyboard.type('sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await open(page);
  await expect(menu(page).getByRole('option').first()).toHaveText('Today');
});

test('admins find the settings of the store', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/');
  await open(page);
  await page.keyboard.type('settings');
  await expect(option(page, 'Store settings')).toBeVisible();
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the menu fits its window and has no serious accessibility finding', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Command menu' }).and(page.locator(':visible')).click();
      await expect(input(page)).toBeFocused();
      await expectNoAxeViolations(page);
      await page.keyboard.type('ga');
      await expect(option(page, 'Games').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}
