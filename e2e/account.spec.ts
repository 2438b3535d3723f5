import { readFile } from 'node:fs/promises';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, signInByRequest, test } from './fixtures';

test('somebody sees where they are signed in and ends what they do not know', async ({
  page,
  signUp,
  playwright,
  baseURL,
}) => {
  const me = await signUp();
  const elsewhere = await playwright.request.newContext({ baseURL, userAgent: 'curl/8.0' });
  await signInByRequest(elsewhere, baseURL ?? '', me);

  await page.goto('/account#sessions');
  const ended = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'End the session on curl' }).click();
  await expect(page.getByRole('button', { name: 'End the session on curl' })).toBeHidden();
  expect((await ended).status()).toBe(204);
  await page.reload();
  await expect(page.getByText('This browser')).toBeVisible();
  await expect(page.getByText('curl', { exact: true })).toBeHidden();
  // Other processes may remember a session for five seconds.
  await expect.poll(async () => (await elsewhere.get('/api/v1/me')).status(), { timeout: 10_000 }).toBe(401);
  await elsewhere.dispose();
});

test('somebody takes their data with them as a file', async ({ page, signUp }) => {
  const me = await signUp();
  await page.goto('/account#data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d{2}-\d{2}\.json$/);
  const data = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(data.profile).toMatchObject({ email: me.email, name: me.name });
  expect(data.sessions.length).toBeGreaterThan(0);
  await expect(page.getByText(`${file.suggestedFilename()} (`)).toBeVisible();
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('somebody deletes their account, is told what that means, and is gone', async ({
      page,
      signUp,
      expectAnswer,
    }) => {
      const me = await signUp();
      await page.goto('/account#delete');
      await page.getByRole('button', { name: 'Delete my account' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
      await expect(dialog.getByText('under a pseudonym')).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      // Who has written no review is not asked what should become of them.
      await expect(dialog.getByRole('radio')).toHaveCount(0);
      await dialog.getByLabel('Your password').fill('not the password');
      expectAnswer(422, /^\/api\/v1\/me$/);
      await dialog.getByRole('button', { name: 'Delete my account' }).click();
      await expect(dialog.getByText('This is not your password.')).toBeVisible();

      await dialog.getByLabel('Your password').fill(me.password);
      // Whatever asks in the background from now on is told that nobody is signed in.
      expectAnswer(401, /^\/api\/v1\/me/);
      await dialog.getByRole('button', { name: 'Delete my account' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Your account is deleted' })).toBeVisible();
      await page.getByRole('link', { name: 'Go to the front page' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

      await page.goto('/sign-in');
      await page.getByLabel('E-mail').fill(me.email);
      await page.getByLabel('Password').fill(me.password);
      expectAnswer(401, /^\/api\/auth\/callback\/credentials$/);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByText('The e-mail address or the password is wrong.')).toBeVisible();
    });

    test('every section of the account page is one link away, and has an address of its own', async ({
      page,
      signUp,
    }) => {
      await signUp();
      await page.goto('/account#payment');
      const sections = page.getByRole('navigation', { name: 'Account' });
      await expect(page.getByRole('heading', { name: 'Payment methods' })).toBeInViewport();
      for (const title of ['Sessions', 'Your data', 'Profile']) {
        await sections.getByRole('link', { name: title }).click();
        await expect(page.getByRole('heading', { name: title, exact: true })).toBeInViewport();
        await expect(sections.getByRole('link', { name: title })).toHaveAttribute('aria-current', 'location');
        await expect(sections.getByRole('link', { name: title })).toBeInViewport();
      }
    });
  });
}
