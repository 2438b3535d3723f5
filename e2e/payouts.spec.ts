import { readFile } from 'node:fs/promises';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the payouts and a statement fit and have no serious accessibility finding', async ({ page, signIn }) => {
      await signIn('admin');
      await page.goto('/ops/payouts', { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1, name: 'Payouts' })).toBeVisible();
      const row = page.getByRole('list', { name: 'Payouts' }).getByRole('listitem').first();
      await expect(row).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      await row.getByRole('button', { name: /^Statement of / }).click();
      const dialog = page.getByRole('dialog', { name: /^Statement, / });
      await expect(dialog.getByText('Balance after')).toBeVisible();
      await expect(dialog.getByRole('heading', { name: 'By app' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  });
}

test('an admin looks at another month, and takes its payouts to the bank as a file', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/payouts');
  await page.getByRole('navigation', { name: 'Months' }).getByRole('link').nth(1).click();
  await page.waitForURL(/month=\d{4}-\d\d$/);
  const month = new URL(page.url()).searchParams.get('month');
  await expect(page.getByText('all paid').first()).toBeVisible();
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV for the bank' }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toBe(`payouts-${month}.csv`);
  const [heads, ...rows] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(heads).toBe('payout_id,month,organization_id,organization,amount,currency,status,paid_at');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.includes(`,${month},`))).toBe(true);
});

test('an admin marks a payout as paid', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/payouts');
  const open = page.getByRole('listitem').filter({ has: page.getByText('To pay', { exact: true }) });
  const name = await open
    .first()
    .getByRole('button', { name: /^Mark as paid: / })
    .getAttribute('aria-label');
  const whose = name?.replace('Mark as paid: ', '') ?? '';
  await page.getByRole('button', { name: `Mark as paid: ${whose}`, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark as paid?' });
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'It is paid' }).click();
  await expect(dialog).toBeHidden();
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Statement of ${whose}`, exact: true }) });
  await expect(row.getByText(/^Paid on /)).toBeVisible();
  await expect(row.getByRole('button', { name: /^Mark as paid/ })).toHaveCount(0);
});

test('a month without payouts says so', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/payouts?month=2019-02');
  await expect(page.getByRole('heading', { name: 'No payouts for February 2019' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'CSV for the bank' })).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test('a shopper takes the list of their purchases along', async ({ page, signIn }) => {
  await signIn('shopper');
  await page.goto('/purchases');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^purchases-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^id,date,app,bundle_id,status,amount,/);
  expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(1);
});
