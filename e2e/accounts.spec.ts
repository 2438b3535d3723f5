import type { Mail } from '@/lib/mail/schema';
import { demoAccount, expect, signInByRequest, test } from './fixtures';

test('who forgot their password gets back in through the link in a letter, once', async ({
  page,
  playwright,
  baseURL,
  signUp,
}) => {
  const person = await signUp();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Ask for your link' })).toBeFocused();

  // No mail server is configured: letters wait where admins read them.
  const admin = await playwright.request.newContext({ baseURL });
  await signInByRequest(admin, baseURL ?? '', demoAccount('admin'));
  const { items } = (await (await admin.get('/api/v1/ops/mail?limit=100')).json()) as { items: Mail[] };
  const letter = items.find(({ recipient }) => recipient === person.email);
  const [path = ''] = /\/reset-password\/\S+/.exec(letter?.body ?? '') ?? [];

  await page.goto(path);
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await page.getByLabel('New password').fill('another walk in the orchard');
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  expect(await (await page.request.get('/api/v1/me')).json()).toMatchObject({ email: person.email });

  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await page.getByRole('link', { name: 'Get a new link' }).click();
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
});

test('an unknown address is answered as a known one is', async ({ page }) => {
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail').fill(`nobody-${crypto.randomUUID()}@example.com`);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Ask for your link' })).toBeFocused();
});

test('a dead link to confirm an address leads to where a new one is had', async ({ page }) => {
  await page.goto('/verify/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});
