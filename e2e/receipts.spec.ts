import type { Page } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import { formatMoney } from '@/lib/money';
import type { PurchaseAnswer } from '@/lib/purchases/schema';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

/** A paid app, bought by whoever is signed in, the way a program does it. */
async function buy(page: Page, origin: string): Promise<{ app: AppCard; id: string; receipt: string }> {
  const list = await page.request.get('/api/v1/apps?price=paid&country=US&limit=50');
  const { items } = (await list.json()) as { items: AppCard[] };
  const app = items.find(({ price }) => price?.kind === 'one_time');
  if (!app?.price) throw new Error('the demo store has no paid app');
  const { id: priceId, amountMinor, currency } = app.price;
  const answer = await page.request.post('/api/v1/purchases', {
    headers: { Origin: origin, 'Idempotency-Key': crypto.randomUUID() },
    data: { appId: app.id, priceId, expected: { amountMinor, currency } },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { purchase, receipt } = (await answer.json()) as PurchaseAnswer;
  if (receipt === null) throw new Error('it came without a receipt');
  return { app, id: purchase.id, receipt };
}

/** The same with a price of nothing, under the signature of the old one. */
function tampered(receipt: string): string {
  const [head = '', payload = '', signature = ''] = receipt.split('.');
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), price: 0 };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Receipt' }).fill(text);
  await page.getByRole('button', { name: 'Check it' }).click();
}

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('a receipt is downloaded, and a stranger who pastes it sees that it is real', async ({
      page,
      baseURL,
      signUp,
    }) => {
      await signUp();
      const { app, id } = await buy(page, baseURL ?? '');
      await page.goto(`/purchases/${id}`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download receipt' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`receipt-${id}.jws`);
      const file = await download.path();
      await page.context().clearCookies();

      await page.goto('/verify');
      await expect(page.getByRole('heading', { name: 'What it says appears here' })).toBeVisible();
      await expectNoAxeViolations(page);
      await page.getByLabel('Open a file').setInputFiles(file);
      const paper = page.getByRole('article', { name: 'Receipt' });
      await expect(paper.getByRole('heading', { name: 'This receipt is real' })).toBeVisible();
      await expect(paper.getByRole('link', { name: app.name })).toBeVisible();
      await expect(paper).toContainText(formatMoney(app.price ?? { amountMinor: 0, currency: 'USD' }));
      await expect(paper).toContainText(id);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });

    test('a receipt that was changed is called forged, and shows nothing of what it claims', async ({
      page,
      baseURL,
      signUp,
    }) => {
      await signUp();
      const { app, receipt } = await buy(page, baseURL ?? '');
      await page.goto('/verify');
      await paste(page, tampered(receipt));
      const paper = page.getByRole('article', { name: 'Receipt' });
      await expect(paper.getByRole('heading', { name: 'This receipt is forged' })).toBeVisible();
      await expect(paper).not.toContainText(app.name);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}

test('the purchase leads to the page where anybody checks its receipt', async ({ page, baseURL, signUp }) => {
  await signUp();
  const { id, receipt } = await buy(page, baseURL ?? '');
  await page.goto(`/purchases/${id}`);
  await page.getByRole('link', { name: 'Anybody can check this receipt' }).click();
  await page.waitForURL(/\/verify#/);
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname));
  const field = page.getByRole('textbox', { name: 'Receipt' });
  await expect(field).toHaveValue(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(asked, 'nothing is sent before one asks').not.toContain('/api/v1/receipts/verify');
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByRole('article', { name: 'Receipt' })).toContainText(id);
  await expect(page.getByRole('heading', { name: 'This receipt is real' })).toBeVisible();
  await page.goto('/verify');
  await expect(field).toHaveValue('');
  await paste(page, `  ${receipt.slice(0, 60)}\n${receipt.slice(60)}  `);
  await expect(page.getByRole('heading', { name: 'This receipt is real' })).toBeVisible();
});

test('nothing, and what is no receipt, are told apart from forgeries', async ({ page }) => {
  await page.goto('/verify');
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByRole('textbox', { name: 'Receipt' })).toBeFocused();
  await expect(page.getByText('Paste a receipt first, or open its file.')).toBeVisible();
  await paste(page, 'Dear store, I have bought this app.');
  await expect(page.getByRole('heading', { name: 'This is no receipt' })).toBeVisible();
});

test('a paid purchase has its tax, also when it is none, and is an invoice on paper', async ({
  page,
  baseURL,
  signUp,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signUp();
  const { app, id } = await buy(page, baseURL ?? '');
  await page.goto(`/purchases/${id}`);
  const paper = page.getByRole('article');
  await expect(paper.getByText('Tax included, 0%, United States')).toBeVisible();
  const total = paper.getByText('Total', { exact: true });
  const amount = total.locator('xpath=following-sibling::dd[1]');
  await expect(amount).toHaveText(formatMoney(app.price ?? { amountMinor: 0, currency: 'USD' }));
  const [label, figure] = [await total.boundingBox(), await amount.boundingBox()];
  expect(label?.y).toBe(figure?.y);
  expect((figure?.x ?? 0) - ((label?.x ?? 0) + (label?.width ?? 0)), 'beside it').toBeLessThan(48);
  await expect(paper.getByText('Invoice')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(paper.getByText('Invoice')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
});
