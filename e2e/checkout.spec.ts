import { addCard, confirm, costOf, dialogOf, keysOf, open, owned, pill, popular, triesOf } from './buying';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('a declined card is explained, and another one buys', async ({ page, signUp, expectAnswer }) => {
      await signUp();
      const app = await popular(page.request);
      const dialog = await open(page, app);
      await addCard(page, 'sandbox:expired_card');
      expectAnswer(402, /^\/api\/v1\/purchases$/);
      const keys = keysOf(page);
      await confirm(page).click();
      await expect(dialog.getByRole('alert')).toContainText('This card has expired. Choose another one.');
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await dialog.getByRole('radio', { name: 'Test card Default' }).check();
      await confirm(page).click();
      await expect(owned(page)).toBeVisible();
      await expectNoAxeViolations(page);
      expect(new Set(keys).size, 'a final answer is the end of its key').toBe(2);
      expect(await triesOf(page, app)).toEqual(['completed', 'expired_card']);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await expect(pill(page, 'Download', app)).toBeVisible();
      await expect(page.getByText('In your library')).toBeVisible();
    });

    test('a payment that takes its time says so, can be left alone, and resolves by itself wherever one looks', async ({
      page,
      context,
      signUp,
    }) => {
      await signUp();
      const app = await popular(page.request, 1);
      const dialog = await open(page, app);
      await addCard(page, 'sandbox:webhook_late');
      await confirm(page).click();
      await expect(dialog.getByText('Your payment is being checked')).toBeVisible();
      await expect(dialog).toContainText('You will not be charged twice.');
      const [list, visit] = await Promise.all([context.newPage(), context.newPage()]);
      await Promise.all([list.goto('/purchases'), visit.goto(`/apps/${app.slug}`)]);
      await expect(list.getByText('A payment is being checked')).toBeVisible();
      await expect(pill(visit, 'Pending', app)).toBeVisible();
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(pill(page, 'Pending', app)).toBeFocused();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      await expect(list.getByRole('list', { name: 'Purchases' }).getByText('Completed')).toBeVisible();
      await expect(list.getByText('It is yours')).toBeVisible();
      for (const one of [page, visit]) {
        await expect(pill(one, 'Download', app)).toBeVisible();
        await expect(one.getByText('It is yours')).toBeVisible();
      }
      expect(await triesOf(page, app)).toEqual(['completed']);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}

test('a purchase has a page that shows how it ends, and one can come back to it while it is pending', async ({
  page,
  signUp,
}) => {
  await signUp();
  const app = await popular(page.request, 2);
  const dialog = await open(page, app);
  await addCard(page, 'sandbox:webhook_late');
  await confirm(page).click();
  await dialog.getByRole('link', { name: 'your purchases' }).click();
  await page.waitForURL('**/purchases');
  await expect(dialog).toBeHidden();
  await page.getByRole('list', { name: 'Purchases' }).getByRole('link', { name: app.name }).click();
  await page.waitForURL(/\/purchases\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article')).toContainText('Being checked');
  await expect(page.getByRole('article')).toContainText('Completed');
  await expect(page.getByRole('button', { name: 'Request a refund' })).toBeVisible();
});

test('pressing twice buys once, and never without having seen the price', async ({ page, signUp }) => {
  await signUp();
  const [first, second] = [await popular(page.request, 3), await popular(page.request, 4)];
  const keys = keysOf(page);
  await open(page, first);
  await confirm(page).dblclick();
  await expect(owned(page)).toBeVisible();
  expect(keys).toHaveLength(1);
  expect(await triesOf(page, first)).toEqual(['completed']);

  await page.goto(`/apps/${second.slug}`);
  await pill(page, 'Buy', second).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.down('Enter');
  await expect(confirm(page)).toBeFocused();
  // Held down, a key says so each time it repeats.
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect(keys).toHaveLength(1);
  await expect(async () => {
    await page.keyboard.press('Enter');
    expect(keys).toHaveLength(2);
  }).toPass();
  await expect(owned(page)).toBeVisible();
  expect(await triesOf(page, second)).toEqual(['completed']);
});

test('two tabs buy an app once, and both end with the truth', async ({ page, context, signUp, expectAnswer }) => {
  await signUp();
  const [first, second] = [await popular(page.request, 5), await popular(page.request, 6)];
  expectAnswer(409, /^\/api\/v1\/purchases$/);
  const other = await context.newPage();
  await open(other, first);
  await page.bringToFront();
  await open(page, first);
  await confirm(page).click();
  await expect(owned(page)).toBeVisible();
  await other.bringToFront();
  await confirm(other).click();
  await expect(dialogOf(other).getByText('You own it already. Nothing more was charged.')).toBeVisible();
  expect(await triesOf(page, first)).toEqual(['completed']);

  await page.bringToFront();
  await open(page, second);
  await addCard(page, 'sandbox:webhook_late');
  await other.bringToFront();
  await open(other, second);
  await dialogOf(other).getByRole('radio', { name: 'Test card, news long after' }).check();
  await Promise.all([confirm(page).click(), confirm(other).click()]);
  await Promise.all([page, other].map((one) => expect(owned(one)).toBeVisible()));
  expect(await triesOf(page, second)).toEqual(['completed']);
});

test('going back leaves the dialog behind and buys nothing; after buying, the page before knows', async ({
  page,
  signUp,
}) => {
  await signUp();
  const app = await popular(page.request, 7);
  await page.goto(`/developers/${app.developer.slug}`);
  await page.getByRole('main').getByRole('link', { name: app.name, exact: true }).first().click();
  await page.waitForURL(`**/apps/${app.slug}`);
  await pill(page, 'Buy', app).click();
  await expect(confirm(page)).toBeVisible();
  await page.goBack();
  await page.waitForURL(`**/developers/${app.developer.slug}`);
  await expect(dialogOf(page)).toBeHidden();
  await page.goForward();
  await page.waitForURL(`**/apps/${app.slug}`);
  await expect(pill(page, 'Buy', app)).toBeVisible();
  await expect(dialogOf(page)).toBeHidden();
  expect(await triesOf(page, app)).toEqual([]);

  await pill(page, 'Buy', app).click();
  await confirm(page).click();
  await expect(owned(page)).toBeVisible();
  await page.goBack();
  await page.waitForURL(`**/developers/${app.developer.slug}`);
  await expect(dialogOf(page)).toBeHidden();
  await expect(pill(page, 'Download', app)).toBeVisible();
  await page.goForward();
  await expect(pill(page, 'Download', app)).toBeVisible();
  expect(await triesOf(page, app)).toEqual(['completed']);
});

test('what was never answered is asked again with the same key, and so is what the store put off', async ({
  page,
  signUp,
  expectAnswer,
}) => {
  await signUp();
  const app = await popular(page.request, 8);
  const dialog = await open(page, app);
  const keys = keysOf(page);
  expectAnswer(503, /^\/api\/v1\/purchases$/);
  const path = '**/api/v1/purchases';
  await page.route(path, (route) => route.abort('aborted'), { times: 1 });
  await confirm(page).click();
  await expect(dialog.getByRole('alert')).toContainText('The connection was lost on the way.');
  await expect(dialog.getByRole('alert')).toContainText('You will not be charged twice.');

  const problem = { status: 503, code: 'payments_unavailable' };
  const stopped = {
    status: 503,
    headers: { 'Retry-After': '2' },
    contentType: 'application/problem+json',
    json: problem,
  };
  await page.route(path, (route) => route.fulfill(stopped), { times: 1 });
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('button', { name: /^Try again in \d s$/ })).toBeDisabled();
  // Bought after all, but nobody heard of it.
  await page.route(
    path,
    async (route) => {
      await route.fetch();
      await route.abort('aborted');
    },
    { times: 1 },
  );
  await dialog.getByRole('button', { name: 'Try again', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('The connection was lost on the way.');
  await page.keyboard.press('Escape');
  await pill(page, 'Buy', app).click();
  await dialog.getByRole('button', { name: 'Try again', exact: true }).click();
  await expect(owned(page)).toBeVisible();
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);
  expect(await triesOf(page, app)).toEqual(['completed']);
});

test('a price that changed meanwhile is shown and asked about again', async ({ page, signUp, expectAnswer }) => {
  await signUp();
  const app = await popular(page.request, 9);
  const dialog = await open(page, app);
  expectAnswer(409, /^\/api\/v1\/purchases$/);
  await page.route(
    '**/api/v1/purchases',
    async (route) => {
      const body = route.request().postDataJSON();
      await route.continue({ postData: { ...body, expected: { ...body.expected, amountMinor: 1 } } });
    },
    { times: 1 },
  );
  await confirm(page).click();
  await expect(dialog.getByText(`It is ${costOf(app)} now. Nothing was charged.`)).toBeVisible();
  expect(await triesOf(page, app)).toEqual([]);
  await confirm(page).click();
  await expect(owned(page)).toBeVisible();
  expect(await triesOf(page, app)).toEqual(['completed']);
});
