import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import { formatMoney } from '@/lib/money';
import { expect, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

/** The most popular app of a storefront that is free, or that costs money once. */
async function popular(request: APIRequestContext, price: 'free' | 'paid'): Promise<AppCard> {
  const answer = await request.get(`/api/v1/apps?price=${price}&country=US&limit=50`);
  const { items } = (await answer.json()) as { items: AppCard[] };
  const app = items.find((item) => item.price?.kind === 'one_time');
  if (!app) throw new Error(`the demo store has no ${price} app`);
  return app;
}

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('a visitor finds an app, signs up, gets it, buys another, downloads it and owns both', async ({
      page,
      request,
      expectAnswer,
    }) => {
      const free = await popular(request, 'free');
      const paid = await popular(request, 'paid');
      const cost = formatMoney(paid.price ?? { amountMinor: 0, currency: 'USD' });

      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
      await page.getByRole('combobox', { name: 'Search apps' }).fill(free.name);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=/);
      await page.getByRole('main').getByRole('link', { name: free.name, exact: true }).first().click();
      await page.waitForURL(`**/apps/${free.slug}`);
      await expect(page.getByRole('heading', { level: 1, name: free.name })).toBeVisible();
      await expectNoSidewaysScroll(page);

      await page
        .getByRole('button', { name: `Get ${free.name}` })
        .first()
        .click();
      await page.waitForURL(/\/sign-in\?next=/);
      await page.getByRole('link', { name: 'Create an account' }).click();
      await page.getByLabel('Name').fill('Robin Reader');
      await page.getByLabel('E-mail').fill(`robin-${crypto.randomUUID()}@example.com`);
      await page.getByLabel('Password').fill('seven pips in a core');
      await page.getByLabel('Country').selectOption('US');
      await page.getByRole('button', { name: 'Create account' }).click();

      await page.waitForURL(`**/apps/${free.slug}`);
      await page
        .getByRole('button', { name: `Get ${free.name}` })
        .first()
        .click();
      await expect(page.getByRole('button', { name: `Download ${free.name}` }).first()).toBeVisible();

      await page.goto(`/apps/${paid.slug}`);
      await page
        .getByRole('button', { name: `Buy ${paid.name} for ${cost}` })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Add a test card' }).click();
      await dialog.getByRole('combobox', { name: 'Test card' }).selectOption('sandbox:insufficient_funds');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      // The form is gone once the new card is the chosen one.
      await expect(dialog.getByRole('button', { name: 'Add a test card' })).toBeVisible();
      expectAnswer(402, /^\/api\/v1\/purchases$/);
      await dialog.getByRole('button', { name: `Buy for ${cost}` }).click();
      await expect(dialog.getByText('There is not enough money on this card')).toBeVisible();
      await dialog.getByRole('button', { name: 'Add a test card' }).click();
      await dialog.getByRole('combobox', { name: 'Test card' }).selectOption('sandbox:ok');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      // The form is gone once the new card is the chosen one.
      await expect(dialog.getByRole('button', { name: 'Add a test card' })).toBeVisible();
      await dialog.getByRole('button', { name: /^Buy for|^Try again/ }).click();
      await expect(dialog.getByText('It is yours')).toBeVisible();

      const arriving = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Download' }).click();
      const download = await arriving;
      const bytes = await readFile(await download.path());
      const versions = (await (await request.get(`/api/v1/apps/${paid.slug}/versions?limit=100`)).json()) as {
        items: { sha256: string }[];
      };
      expect(versions.items.map((version) => version.sha256)).toContain(
        createHash('sha256').update(bytes).digest('hex'),
      );

      await page.goto('/library');
      const library = page.getByRole('list', { name: 'Your apps' });
      await expect(library.getByRole('link', { name: free.name })).toBeVisible();
      await expect(library.getByRole('link', { name: paid.name })).toBeVisible();
      await expectNoSidewaysScroll(page);

      await page.goto('/purchases');
      await expect(page.getByRole('main')).toContainText(cost);
      await expect(page.getByRole('main')).toContainText(free.name);
      await expectNoSidewaysScroll(page);
    });
  });
}
