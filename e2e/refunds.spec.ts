import type { APIRequestContext, Browser, Cookie, Page } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import { formatMoney } from '@/lib/money';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

type Bought = { id: string; app: AppCard; price: string };

async function buy(page: Page, origin: string, count: number): Promise<Bought[]> {
  const answer = await page.request.get('/api/v1/apps?price=paid&country=US&limit=50');
  const { items } = (await answer.json()) as { items: AppCard[] };
  const apps = items.filter((item) => item.price?.kind === 'one_time').slice(0, count);
  expect(apps).toHaveLength(count);
  return Promise.all(
    apps.map(async (app) => {
      const { id: priceId = '', amountMinor = 0, currency = '' } = app.price ?? {};
      const made = await page.request.post('/api/v1/purchases', {
        headers: { Origin: origin, 'Idempotency-Key': crypto.randomUUID() },
        data: { appId: app.id, priceId, expected: { amountMinor, currency } },
      });
      expect(made.status(), await made.text()).toBe(201);
      const { purchase } = (await made.json()) as { purchase: { id: string } };
      return { id: purchase.id, app, price: formatMoney({ amountMinor, currency }) };
    }),
  );
}

async function askBack(request: APIRequestContext, origin: string, { id }: Bought): Promise<number> {
  const data = { reason: 'OTHER' };
  return (await request.post(`/api/v1/purchases/${id}/refund`, { headers: { Origin: origin }, data })).status();
}

const section = (page: Page) => page.getByRole('region', { name: 'Refund' });

async function openAs(browser: Browser, origin: string, cookies: Cookie[]): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin });
  await context.addCookies(cookies);
  return context.newPage();
}

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('somebody asks for their money back and has it; the app leaves the library and can be bought again', async ({
      page,
      signUp,
      baseURL,
    }) => {
      await signUp();
      const [bought] = (await buy(page, baseURL ?? '', 1)) as [Bought];
      await page.goto(`/purchases/${bought.id}`);
      await expect(section(page)).toContainText('You bought this less than 48 hours ago.');
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      await section(page).getByRole('button', { name: 'Request a refund' }).click();
      const dialog = page.getByRole('dialog', { name: 'Request a refund' });
      await expect(dialog).toContainText('Your money goes back at once');
      await dialog.getByRole('button', { name: `Get ${bought.price} back` }).click();
      await expect(dialog).toContainText('Choose a reason first.');
      await dialog.getByRole('radio', { name: 'It is not what I expected' }).check();
      await expectNoAxeViolations(page);
      await dialog.getByRole('button', { name: `Get ${bought.price} back` }).click();

      await expect(section(page)).toContainText(`${bought.price} went back`);
      await expect(page.getByRole('article')).toContainText('Refunded');
      await expect(section(page).getByRole('button')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      await page.goto('/library');
      await expect(page.getByRole('main').getByText(bought.app.name)).toHaveCount(0);
      await page.goto(`/apps/${bought.app.slug}`);
      await expect(
        page.getByRole('button', { name: `Buy ${bought.app.name} for ${bought.price}` }).first(),
      ).toBeVisible();
    });
  });
}

test('the fourth refund waits for an admin, whose refusal the person reads', async ({
  page,
  context,
  browser,
  signIn,
  signUp,
  baseURL,
}) => {
  const { email } = await signUp();
  const bought = await buy(page, baseURL ?? '', 4);
  const statuses: number[] = [];
  for (const one of bought) statuses.push(await askBack(page.request, baseURL ?? '', one));
  expect(statuses).toEqual([201, 201, 201, 202]);
  const last = bought[3] as Bought;
  await page.goto(`/purchases/${last.id}`);
  await expect(section(page)).toContainText('Somebody of the store will decide');
  await expect(section(page).getByRole('button')).toHaveCount(0);
  const theirs = await context.cookies();

  await context.clearCookies();
  await signIn('admin');
  await page.goto('/ops/refunds');
  const row = page.getByRole('list', { name: 'Waiting refunds' }).getByRole('listitem').filter({ hasText: email });
  await expect(row).toContainText(last.price);
  await expect(row).toContainText('3 refunds');
  await expectNoAxeViolations(page);
  await row.getByRole('button', { name: /^Refuse/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Refuse this refund?' });
  await dialog.getByLabel('Why? They will read this.').fill('Three are enough for now.');
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText(/^Refused\. /)).toBeVisible();
  await expect(row).toHaveCount(0);
  const decided = page.getByRole('list', { name: 'Decided refunds' }).getByRole('listitem');
  await expect(decided.filter({ hasText: 'Three are enough for now.' })).toHaveCount(1);

  const shopper = await openAs(browser, baseURL ?? '', theirs);
  await shopper.goto(`/purchases/${last.id}`);
  await expect(section(shopper)).toContainText('Your request was refused');
  await expect(section(shopper)).toContainText('Three are enough for now.');
  await shopper.context().close();
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('an admin gives a purchase back by its id; the page of refunds fits', async ({
      page,
      context,
      signIn,
      signUp,
      baseURL,
    }) => {
      const { email } = await signUp();
      const [bought] = (await buy(page, baseURL ?? '', 1)) as [Bought];
      await context.clearCookies();
      await signIn('admin');
      await page.goto('/ops/refunds');
      await expect(page.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible();
      const form = page.getByRole('region', { name: 'Give a purchase back' });
      await form.getByLabel('Purchase id').fill(bought.id);
      await form.getByLabel('Why? Kept in the audit log').fill('Asked by letter');
      await form.getByRole('button', { name: 'Give the money back' }).click();
      await expect(page.getByText(`${bought.price} went back to`)).toBeVisible();
      const row = page.getByRole('list', { name: 'Decided refunds' }).getByRole('listitem').filter({ hasText: email });
      await expect(row).toContainText('Given back');
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}
