import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

const PAGES = {
  '/ops': 'Running the store',
  '/ops/settings': 'Settings',
  '/ops/legal': 'Legal pages',
  '/ops/invitations': 'Invitations',
  '/ops/users': 'Users',
  '/ops/mail': 'Mail',
  '/ops/payouts': 'Payouts',
  '/ops/queues': 'Queues',
  '/ops/refunds': 'Refunds',
};

// Other tests look at the same store meanwhile: only what none of them reads is changed here, and put back.
async function changeSettings(page: Page, baseURL: string | undefined, data: object): Promise<void> {
  const headers = { Origin: baseURL ?? '' };
  const answer = await page.request.patch('/api/v1/ops/settings', { headers, data });
  expect(answer.status(), await answer.text()).toBe(200);
}

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the pages of those who run the store fit and have no serious accessibility finding', async ({
      page,
      signIn,
    }) => {
      await signIn('admin');
      for (const [path, title] of Object.entries(PAGES)) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
        await expect(page.getByRole('navigation', { name: 'Running the store' })).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
      }
    });
  });
}

test('an admin writes an imprint, sees it before and after, and takes it away again', async ({
  page,
  signIn,
  baseURL,
  expectAnswer,
}) => {
  await signIn('admin');
  await changeSettings(page, baseURL, { legal: { imprint: '' } });
  await page.goto('/ops/legal');
  const section = page.getByRole('region', { name: 'Imprint' });
  await section.getByLabel('Text in Markdown').fill('## Orchard Ltd\n\nSeven Pips Lane');
  await expect(section.getByText('Not saved yet')).toBeVisible();
  await section.getByRole('button', { name: 'Preview' }).click();
  await expect(section.getByRole('heading', { name: 'Orchard Ltd' })).toBeVisible();
  await section.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(section.getByText('Saved.')).toBeVisible();

  await page.goto('/account');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Imprint' }).click();
  await page.waitForURL('**/legal/imprint');
  await expect(page.getByRole('heading', { level: 1, name: 'Imprint' })).toBeVisible();
  await expect(page.getByText('Seven Pips Lane')).toBeVisible();
  await expectNoAxeViolations(page);

  await changeSettings(page, baseURL, { legal: { imprint: '' } });
  expectAnswer(404, /^\/legal\/imprint$/);
  expect((await page.goto('/legal/imprint'))?.status()).toBe(404);
});

test('what is not saved is not lost by a slip: leaving asks, staying keeps it, undo brings back what was', async ({
  page,
  signIn,
}) => {
  await signIn('admin');
  await page.goto('/ops/settings');
  const tagline = page.getByLabel('Tagline');
  const before = await tagline.inputValue();
  await tagline.fill('Something else');
  await page
    .getByRole('navigation', { name: 'Running the store' })
    .getByRole('link', { name: 'Users', exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(dialog).toBeHidden();
  await expect(tagline).toHaveValue('Something else');
  await page.getByRole('region', { name: 'Identity' }).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(tagline).toHaveValue(before);
  await page
    .getByRole('navigation', { name: 'Running the store' })
    .getByRole('link', { name: 'Users', exact: true })
    .click();
  await page.waitForURL('**/ops/users');
});

test('what the store refuses stands beside its field', async ({ page, signIn, expectAnswer }) => {
  await signIn('admin');
  await page.goto('/ops/settings');
  await page.getByLabel('Support e-mail').fill('help');
  expectAnswer(400, /^\/api\/v1\/ops\/settings$/);
  await page.getByRole('region', { name: 'Identity' }).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Support e-mail')).toHaveAccessibleDescription(/an e-mail address, or nothing/);
  await page.getByRole('region', { name: 'Identity' }).getByRole('button', { name: 'Undo', exact: true }).click();
});

test('an admin finds a person, makes them a moderator, suspends them with a reason and restores them', async ({
  page,
  browser,
  signIn,
  signUp,
  baseURL,
}) => {
  const person = await signUp();
  const theirs = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
  await page.context().clearCookies();
  await signIn('admin');
  await page.goto('/ops/users');
  await page.getByLabel('Search by e-mail').fill(person.email.toUpperCase());
  const row = page.getByRole('row').filter({ hasText: person.email });
  await row.getByRole('button', { name: `Manage ${person.name}` }).click();
  const dialog = page.getByRole('dialog', { name: person.name });
  await dialog.getByRole('checkbox', { name: /^Moderator/ }).check();
  await dialog.getByRole('button', { name: 'Save roles' }).click();
  await expect(dialog.getByRole('button', { name: 'Save roles' })).toBeDisabled();
  await expect(dialog.getByRole('checkbox', { name: /^Moderator/ })).toBeChecked();

  await dialog.getByRole('button', { name: 'Suspend…' }).click();
  await dialog.getByLabel(/^Why\?/).fill('A test of patience.');
  await dialog.getByRole('button', { name: `Suspend ${person.name}` }).click();
  await expect(dialog.getByText(/^Suspended since/)).toBeVisible();
  await expectNoAxeViolations(page);
  expect((await theirs.request.get('/api/v1/me')).status()).toBe(401);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(row.getByText('Moderator').filter({ visible: true })).toHaveCount(1);
  await expect(row.getByText('Suspended').filter({ visible: true })).toHaveCount(1);

  await row.getByRole('button', { name: `Manage ${person.name}` }).click();
  await dialog.getByRole('button', { name: 'Restore the account' }).click();
  await expect(dialog.getByRole('button', { name: 'Suspend…' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row.getByText('Suspended')).toHaveCount(0);
  await theirs.close();
});

test('an invitation is a link that is shown once, listed as open, and can be taken back', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/invitations');
  const email = `guest-${crypto.randomUUID()}@example.com`;
  await page.getByLabel('E-mail (optional)').fill(email);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel(/shown only this once/)).toHaveValue(/\/sign-up\?invitation=/);
  const row = page.getByRole('listitem').filter({ hasText: email });
  await expect(row.getByText(/^Open until/)).toBeVisible();

  await page.goto('/ops/mail');
  const letter = page.getByRole('group').filter({ hasText: email });
  await letter.getByText(email).click();
  await expect(letter.getByRole('link', { name: /\/sign-up\?invitation=/ })).toBeVisible();
  await expect(letter.getByText('Kept here')).toBeVisible();

  await page.goto('/ops/invitations');
  await row.getByRole('button', { name: 'Take back' }).click();
  await expect(row).toBeHidden();
});

test('an admin gets there from the menu of their account; a shopper’s menu has no such thing', async ({
  page,
  signIn,
}) => {
  await signIn('admin');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('link', { name: 'Store settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Running the store' })).toBeVisible();
  await page.context().clearCookies();
  await signIn('shopper');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Your account' }).click();
  await expect(page.getByRole('link', { name: 'Library' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Store settings' })).toHaveCount(0);
});

test('an admin pauses a queue, sees it, and lets it go on', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/queues');
  const queue = page.getByRole('listitem').filter({ hasText: 'app.reported' });
  await queue.getByRole('button', { name: 'Pause app.reported' }).click();
  await expect(queue.getByText('Paused', { exact: true })).toBeVisible();
  await page.reload();
  await queue.getByRole('button', { name: 'Let app.reported go on' }).click();
  await expect(queue.getByText('Paused', { exact: true })).toBeHidden();
});
