import type { AppCard } from '@/lib/catalog/schema';
import { expect, test } from './fixtures';

test('choosing a sort by the keyboard keeps the focus', async ({ page }) => {
  await page.goto('/categories/games');
  const sort = page.getByRole('combobox', { name: 'Sort by' });
  await sort.focus();
  await expect(async () => {
    await sort.press('ArrowDown');
    await expect(page).toHaveURL(/sort=/, { timeout: 2_000 });
  }).toPass();
  await expect(sort).toBeFocused();
  await expect(sort).not.toHaveValue('');
  const first = page.url();
  await sort.press('ArrowDown');
  await expect(page).not.toHaveURL(first);
  await expect(sort).toBeFocused();
});

test('a screenshot that could not open for want of a connection says so, and opens the next time', async ({
  page,
  request,
  expectAnswer,
}) => {
  const { items } = (await (await request.get('/api/v1/apps?limit=1')).json()) as { items: AppCard[] };
  await page.goto(`/apps/${items[0]?.slug}`, { waitUntil: 'networkidle' });
  const chunks = '**/_next/static/chunks/**';
  await page.route(chunks, (route) => route.fulfill({ status: 503 }));
  expectAnswer(503, /\/_next\/static\/chunks\//);
  const shot = page.getByRole('button', { name: /^Enlarge screenshot 1 / });
  await shot.click();
  await expect(page.getByText('The connection was lost before this could open.').first()).toBeVisible();
  await page.unroute(chunks);
  await shot.click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByText(/^(\d+) of \1$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shot).toBeFocused();
});
