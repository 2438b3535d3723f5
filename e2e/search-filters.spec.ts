import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from './fixtures';
import { ask, box, found, open, results } from './searching';

test('choices have counts that hold, are taken away one by one or all, and stand in the address', async ({
  page,
  request,
}) => {
  const { facets } = await ask(request, 'q=a&limit=1');
  await open(page, '/search?q=a');
  const price = page.getByRole('group', { name: 'Price' });
  const free = price.getByRole('button', { name: /^Free/ });
  await expect(free).toHaveAccessibleName(new RegExp(`^Free ?, ?${facets.price.free?.toLocaleString('en')} apps?$`));
  await free.click();
  await expect(page).toHaveURL('/search?q=a&price=free');
  await expect(free).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status').filter({ hasText: /^[\d,]+ apps?$/ })).toHaveText(
    new RegExp(`^${facets.price.free?.toLocaleString('en')} apps?$`),
  );
  await page
    .getByRole('group', { name: 'Rating' })
    .getByRole('button', { name: /^4 stars/ })
    .click();
  await expect(page).toHaveURL('/search?q=a&price=free&minRating=4');
  await expect(page.getByRole('button', { name: 'Remove the filter Free' })).toBeHidden();
  await free.click();
  await expect(page).toHaveURL('/search?q=a&minRating=4');
  await expect(free).toHaveAttribute('aria-pressed', 'false');
  await page.goBack();
  await expect(free).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/search?q=a');
  await expect(page.getByRole('button', { name: 'Clear all' })).toBeHidden();
  await page.reload();
  await expect(box(page)).toHaveValue('a');
});

test('a choice that leaves nothing is disabled and says so', async ({ page, request }) => {
  const { facets } = await ask(request, 'q=tide&limit=1');
  await open(page, '/search?q=tide');
  const names = ['Category', 'Price', 'Rating', 'Platform', 'Age'];
  const groups = names.map((name) => page.getByRole('group', { name, exact: true }));
  for (const group of groups) await expect(group).toBeVisible();
  const idle = page.getByRole('group', { name: 'Category' }).locator('button:disabled');
  const used = Object.values(facets.category).filter((count) => count > 0).length;
  const all = await page.getByRole('group', { name: 'Category' }).getByRole('button').count();
  await expect(idle).toHaveCount(all - used);
  if (all > used) await expect(idle.first()).toHaveAccessibleName(/, ?0 apps$/);
});

test('choosing and typing move nothing above the list', async ({ page }) => {
  await open(page, '/search?q=a');
  await expect(found(page).first()).toBeVisible();
  const top = async () => (await results(page).boundingBox())?.y;
  const before = await top();
  await page.getByRole('group', { name: 'Price' }).getByRole('button', { name: /^Free/ }).click();
  await expect(page).toHaveURL(/price=free/);
  await expect(page.getByRole('button', { name: 'Clear all' })).toBeVisible();
  expect(await top()).toBe(before);
});

test('filters of a link are shown, and taken away one by one', async ({ page, request }) => {
  const { items } = await ask(request, 'q=tide&limit=1');
  const { slug, name } = items[0]!.developer;
  await open(page, `/search?developer=${slug}&minPrice=0&maxPrice=100000`);
  await expect(found(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove the filter Up to $1,000.00' })).toBeVisible();
  await page.getByRole('button', { name: `Remove the filter By ${name}` }).click();
  await expect(page).toHaveURL('/search?minPrice=0&maxPrice=100000');
});

test('choices begin with what leads somewhere, whatever was typed before', async ({ page }) => {
  await open(page, '/search?q=a');
  const row = page.getByRole('group', { name: 'Category' }).locator('[data-more], .rail').first();
  await row.evaluate((element) => element.scrollTo({ left: 400 }));
  await box(page).fill('tide');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “tide”');
  await expect.poll(() => row.evaluate((element) => element.scrollLeft)).toBe(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, colorScheme: 'dark' });

  test('the filters are a sheet that counts at once, and one step back undoes them', async ({ page, request }) => {
    const { facets } = await ask(request, 'q=a&price=free&limit=1');
    await open(page, '/search?q=a');
    await expect(page.getByRole('group', { name: 'Price' })).toBeHidden();
    await page.getByRole('button', { name: 'Filters' }).click();
    const sheet = page.getByRole('dialog', { name: /^Filters/ });
    await expect(sheet.getByRole('group').first()).toHaveAccessibleName('Price');
    await expect(sheet.getByRole('group').last()).toHaveAccessibleName('Category');
    await sheet.getByRole('button', { name: /^Free/ }).click();
    await expect(page).toHaveURL('/search?q=a&price=free');
    await expect(sheet).toBeVisible();
    await sheet.getByRole('button', { name: /^4 stars/ }).click();
    await expect(page).toHaveURL('/search?q=a&price=free&minRating=4');
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    const left = facets.minRating['4'] ?? 0;
    await sheet.getByRole('button', { name: new RegExp(`^Show ${left.toLocaleString('en')} apps?$`) }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: 'Filters (2)' })).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL('/search?q=a');
    await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeVisible();
  });
});
