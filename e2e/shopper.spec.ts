import type { APIRequestContext, Page } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import { formatMoney } from '@/lib/money';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

/** Popular apps that are free, or that cost money once. */
async function popular(request: APIRequestContext, price: 'free' | 'paid', count: number): Promise<AppCard[]> {
  const answer = await request.get(`/api/v1/apps?price=${price}&country=US&limit=50`);
  const { items } = (await answer.json()) as { items: AppCard[] };
  const apps = items.filter((item) => item.price?.kind === 'one_time').slice(0, count);
  if (apps.length < count) throw new Error(`the demo store has too few ${price} apps`);
  return apps;
}

async function get(page: Page, app: AppCard): Promise<void> {
  await page.goto(`/apps/${app.slug}`);
  await page
    .getByRole('button', { name: `Get ${app.name}` })
    .first()
    .click();
  await expect(page.getByRole('button', { name: `Download ${app.name}` }).first()).toBeVisible();
}

const heart = (page: Page, verb: 'Add' | 'Remove', app: AppCard) =>
  page.getByRole('button', {
    name: verb === 'Add' ? `Add ${app.name} to your wishlist` : `Remove ${app.name} from your wishlist`,
  });

/** What is shown before it is stored must be stored before the page is left. */
const stored = (page: Page, method: string, path: RegExp) =>
  page.waitForResponse((answer) => answer.request().method() === method && path.test(answer.url()) && answer.ok());

const wishPath = /\/api\/v1\/wishlist\//;
const readPath = /\/api\/v1\/me\/notifications\/read$/;

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('an app is wished for, found on the wishlist, taken off and put back', async ({ page, request, signUp }) => {
      const [app] = (await popular(request, 'paid', 1)) as [AppCard];
      await signUp();
      await page.goto('/wishlist');
      await expect(page.getByRole('heading', { name: 'Nothing on your wishlist' })).toBeVisible();

      await page.goto(`/apps/${app.slug}`);
      const added = stored(page, 'PUT', wishPath);
      await heart(page, 'Add', app).click();
      await expect(heart(page, 'Remove', app)).toBeVisible();
      await added;

      await page.goto('/wishlist');
      const list = page.getByRole('list', { name: 'Your wishlist' });
      await expect(list.getByRole('link', { name: app.name })).toBeVisible();
      await expect(list.getByRole('button', { name: /^Buy / })).toBeVisible();
      await expectNoSidewaysScroll(page);
      const removed = stored(page, 'DELETE', wishPath);
      await heart(page, 'Remove', app).click();
      await expect(list.getByText('Removed.')).toBeVisible();
      await expect(heart(page, 'Add', app)).toBeFocused();
      // Taken back before it left, it would not be sent at all.
      await removed;
      const putBack = stored(page, 'PUT', wishPath);
      await page.keyboard.press('Enter');
      await expect(heart(page, 'Remove', app)).toBeVisible();
      await putBack;
      await page.reload();
      await expect(list.getByRole('link', { name: app.name })).toBeVisible();
    });

    test('one purchase has a page of its own with what was paid and how', async ({ page, signIn }) => {
      await signIn('shopper');
      await page.goto('/purchases');
      const row = page.getByRole('list', { name: 'Purchases' }).getByRole('listitem').filter({ hasText: '$' }).first();
      const paid = (await row.getByText(/^\$/).textContent()) ?? '';
      await row.getByRole('link').click();
      await page.waitForURL(/\/purchases\/[0-9a-f-]{36}$/);
      const paper = page.getByRole('article');
      await expect(paper).toContainText(paid);
      await expect(paper).toContainText(page.url().slice(-36));
      await expect(paper).toContainText('Test card');
      await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}

test('a wish that the store refuses goes back to what it was, with the reason', async ({
  page,
  request,
  signUp,
  expectAnswer,
}) => {
  const [app] = (await popular(request, 'paid', 1)) as [AppCard];
  await signUp();
  await page.goto(`/apps/${app.slug}`);
  await page.route('**/api/v1/wishlist/*', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { code: 'wishlist_full', detail: 'It is full.' },
    }),
  );
  expectAnswer(409, /^\/api\/v1\/wishlist\//);
  await heart(page, 'Add', app).click();
  await expect(page.getByText('It is full.')).toBeVisible();
  await expect(heart(page, 'Add', app)).toBeVisible();
});

test('a visitor who wishes or reports is sent to sign in, and comes back to the app', async ({ page, request }) => {
  const [app] = (await popular(request, 'free', 1)) as [AppCard];
  for (const button of [`Add ${app.name} to your wishlist`, 'Report this app']) {
    await page.goto(`/apps/${app.slug}`);
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next') === `/apps/${app.slug}`);
  }
});

test('getting an app takes it off the wishlist, hides the heart and rings the bell', async ({
  page,
  request,
  signUp,
}) => {
  const [app] = (await popular(request, 'free', 1)) as [AppCard];
  await signUp();
  await page.goto(`/apps/${app.slug}`);
  const added = stored(page, 'PUT', wishPath);
  await heart(page, 'Add', app).click();
  await added;
  await get(page, app);
  await expect(heart(page, 'Add', app).or(heart(page, 'Remove', app))).toHaveCount(0);
  await expect(async () => {
    const { items } = await (await page.request.get('/api/v1/wishlist')).json();
    expect(items).toEqual([]);
    const { unreadCount } = await (await page.request.get('/api/v1/me/notifications')).json();
    expect(unreadCount).toBe(1);
  }).toPass({ timeout: 20_000 });

  await page.goto('/');
  const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
  const read = stored(page, 'POST', readPath);
  await bell.click();
  const news = page.getByRole('list', { name: 'Newest notifications' });
  await expect(news.getByRole('link', { name: `${app.name} is in your library` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeFocused();

  await read;
  await page.reload();
  await page.getByRole('button', { name: 'Notifications', exact: true }).click();
  await news.getByRole('link', { name: `${app.name} is in your library` }).click();
  await page.waitForURL(/\/purchases\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article')).toContainText(app.name);
});

test('on a phone the bell leads to the notifications, which count as read there', async ({ page, signUp, request }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const [app] = (await popular(request, 'free', 1)) as [AppCard];
  await signUp();
  await get(page, app);
  await expect(async () => {
    const { unreadCount } = await (await page.request.get('/api/v1/me/notifications')).json();
    expect(unreadCount).toBe(1);
  }).toPass({ timeout: 20_000 });
  await page.goto('/');
  const read = stored(page, 'POST', readPath);
  await page.getByRole('link', { name: 'Notifications, 1 unread' }).click();
  await page.waitForURL('**/notifications');
  await expect(page.getByRole('link', { name: `New: ${app.name} is in your library` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
  await read;
  await page.reload();
  await expect(page.getByRole('link', { name: `${app.name} is in your library`, exact: true })).toBeVisible();
});

test('an app is reported with a reason and words, and the report can be changed', async ({ page, request, signUp }) => {
  const [app] = (await popular(request, 'free', 1)) as [AppCard];
  await signUp();
  await page.goto(`/apps/${app.slug}`);
  await page.getByRole('button', { name: 'Report this app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Report this app' });
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(dialog.getByText('Choose what is wrong first.')).toBeVisible();
  await dialog.getByRole('radio', { name: /It is a scam/ }).check();
  await dialog.getByRole('textbox').fill('It asks for a card before it starts.');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByText('Thank you for your report.')).toBeVisible();

  await page.getByRole('button', { name: 'Change your report' }).click();
  await dialog.getByRole('radio', { name: /It does not work/ }).check();
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByText('Your report says this now.')).toBeVisible();
});

test('while a test card is being added nothing can be bought, and cancelling gives the choice back', async ({
  page,
  request,
  signUp,
}) => {
  const [app] = (await popular(request, 'paid', 1)) as [AppCard];
  const cost = formatMoney(app.price ?? { amountMinor: 0, currency: 'USD' });
  await signUp();
  await page.goto(`/apps/${app.slug}`);
  await page
    .getByRole('button', { name: `Buy ${app.name} for ${cost}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const buy = dialog.getByRole('button', { name: `Buy for ${cost}` });
  await expect(buy).toBeEnabled();
  await dialog.getByRole('button', { name: 'Add a test card' }).click();
  await expect(buy).toBeDisabled();
  await expect(buy).toHaveAccessibleDescription(/Add the card, or cancel/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(buy).toBeEnabled();

  await dialog.getByRole('button', { name: 'Add a test card' }).click();
  await dialog.getByRole('combobox', { name: 'Test card' }).selectOption('sandbox:insufficient_funds');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: /insufficient funds/ })).toBeChecked();
  await expect(buy).toBeEnabled();
  await dialog.getByRole('button', { name: 'Add a test card' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page
    .getByRole('button', { name: `Buy ${app.name} for ${cost}` })
    .first()
    .click();
  await expect(buy).toBeEnabled();
});

test('somebody else’s purchase is the page of what is not there', async ({
  page,
  signUp,
  signIn,
  request,
  expectAnswer,
}) => {
  const [app] = (await popular(request, 'free', 1)) as [AppCard];
  await signUp();
  await get(page, app);
  const { items } = await (await page.request.get('/api/v1/purchases')).json();
  await page.context().clearCookies();
  await signIn('shopper');
  expectAnswer(404, /^\/purchases\//);
  for (const id of [items[0].id, 'garbage']) {
    const answer = await page.goto(`/purchases/${id}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('on paper a purchase is one sheet without what leads elsewhere', async ({ page, signIn }) => {
  await signIn('shopper');
  await page.goto('/purchases');
  await page.getByRole('list', { name: 'Purchases' }).getByRole('link').first().click();
  await page.waitForURL(/\/purchases\/[0-9a-f-]{36}$/);
  await page.setViewportSize({ width: 720, height: 1018 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('link').filter({ visible: true })).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
