import type { PaymentMethodList } from '@/lib/purchases/schema';
import { addCard, confirm, dialogOf, open, owned, pill, popular, triesOf } from './buying';
import { expect, test } from './fixtures';

test('a page that was loaded as somebody else buys nothing for who is signed in now', async ({
  page,
  signUp,
  expectAnswer,
}) => {
  await signUp();
  const app = await popular(page.request);
  const dialog = await open(page, app);
  await signUp();
  expectAnswer(409, /^\/api\/v1\/purchases$/);
  await confirm(page).click();
  await expect(dialog.getByRole('alert')).toContainText('You are signed in as somebody else now. Reload the page.');
  expect(await triesOf(page, app)).toEqual([]);
  await dialog.getByRole('button', { name: 'Reload the page' }).click();
  await pill(page, 'Buy', app).click();
  await confirm(page).click();
  await expect(owned(page)).toBeVisible();
  expect(await triesOf(page, app)).toEqual(['completed']);
});

test('after too many requests another card can be chosen, and buys', async ({ page, signUp, expectAnswer }) => {
  await signUp();
  const app = await popular(page.request, 1);
  const dialog = await open(page, app);
  await addCard(page, 'sandbox:expired_card');
  expectAnswer(429, /^\/api\/v1\/purchases$/);
  await page.route(
    '**/api/v1/purchases',
    (route) =>
      route.fulfill({
        status: 429,
        headers: { 'Retry-After': '1' },
        contentType: 'application/problem+json',
        json: { status: 429, code: 'rate_limited', detail: 'Too many requests. Wait a moment.' },
      }),
    { times: 1 },
  );
  await confirm(page).click();
  await expect(dialog.getByRole('alert')).toContainText('Too many requests.');
  await dialog.getByRole('radio', { name: 'Test card Default' }).check();
  await dialog.getByRole('button', { name: 'Try again', exact: true }).click();
  await expect(owned(page)).toBeVisible();
  expect(await triesOf(page, app)).toEqual(['completed']);
});

test('a card that was removed elsewhere leaves the list, and another one is chosen', async ({
  page,
  signUp,
  expectAnswer,
}) => {
  await signUp();
  const app = await popular(page.request, 2);
  const dialog = await open(page, app);
  await addCard(page, 'sandbox:webhook_twice');
  const gone = dialog.getByRole('radio', { name: 'Test card, news twice' });
  await expect(gone).toBeChecked();
  const { items } = (await (await page.request.get('/api/v1/me/payment-methods')).json()) as PaymentMethodList;
  const removed = items.find(({ label }) => label === 'Test card, news twice');
  const origin = new URL(page.url()).origin;
  const answer = await page.request.delete(`/api/v1/me/payment-methods/${removed?.id}`, {
    headers: { Origin: origin },
  });
  expect(answer.status()).toBe(204);
  expectAnswer(422, /^\/api\/v1\/purchases$/);
  await confirm(page).click();
  await expect(dialog.getByRole('alert')).toContainText('This card was removed meanwhile.');
  await expect(gone).toHaveCount(0);
  await expect(dialog.getByRole('radio', { name: 'Test card Default' })).toBeChecked();
  await confirm(page).click();
  await expect(owned(page)).toBeVisible();
});

test('going back after signing out shows nothing of the person, and after buying no price of what is owned', async ({
  page,
  signUp,
  expectAnswer,
}) => {
  // The bell of the page that is left may still ask, and is nobody's by then.
  expectAnswer(401, /\/api\/v1\/me\//);
  await signUp();
  const app = await popular(page.request, 3);
  const shown = await page.goto(`/apps/${app.slug}`);
  expect(shown?.headers()['cache-control']).toBe('private, no-store');
  await expect(pill(page, 'Buy', app)).toBeVisible();
  await page.goto('/purchases');
  const { id: priceId, amountMinor, currency } = app.price ?? { id: '', amountMinor: 0, currency: '' };
  const bought = await page.request.post('/api/v1/purchases', {
    headers: { Origin: new URL(page.url()).origin, 'Idempotency-Key': crypto.randomUUID() },
    data: { appId: app.id, priceId, expected: { amountMinor, currency } },
  });
  expect(bought.status(), await bought.text()).toBe(201);
  await page.goBack();
  await expect(pill(page, 'Download', app)).toBeVisible();

  await page.goto('/purchases');
  await expect(page.getByRole('link', { name: app.name })).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/');
  await page.goBack();
  await page.waitForURL(/\/sign-in\?next=/);
  await expect(page.getByText(app.name)).toHaveCount(0);
});

test('an account whose payment is being checked cannot be deleted, and is told why', async ({
  page,
  signUp,
  expectAnswer,
}) => {
  const person = await signUp();
  const app = await popular(page.request, 4);
  await open(page, app);
  await addCard(page, 'sandbox:webhook_late');
  await confirm(page).click();
  await expect(dialogOf(page).getByText('Your payment is being checked')).toBeVisible();
  const pending = page.request.delete('/api/v1/me', {
    headers: { Origin: new URL(page.url()).origin },
    data: { password: person.password, reviews: 'delete' },
  });
  expect(await (await pending).json()).toMatchObject({ status: 409, code: 'purchase_pending' });
  await expect(owned(page)).toBeVisible();

  await page.goto('/account#delete');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByLabel('Your password').fill(person.password);
  const detail = 'A payment of yours is still being checked.';
  const problem = { status: 409, code: 'purchase_pending', detail };
  expectAnswer(409, /^\/api\/v1\/me$/);
  const path = '**/api/v1/me';
  await page.route(
    path,
    (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem }),
    {
      times: 1,
    },
  );
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await expect(dialog.getByRole('alert')).toContainText(detail);
});
