import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

type Collection = { id: string; slug: string; title: string; version: string };

const path = '/api/v1/ops/collections';
const redPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

let made = 0;

/** A draft of this test's own, last in the order so that other tests find the front page as it was. */
async function begin(page: Page, origin: string, values: object = {}): Promise<Collection> {
  made += 1;
  const headers = { Origin: origin };
  const own = `${Date.now().toString(36)}-${made}`;
  const data = { kind: 'story', title: `The quince question ${own}`, slug: `quince-${own}`, ...values };
  const answer = await page.request.post(path, { headers, data });
  expect(answer.status(), await answer.text()).toBe(201);
  const collection: Collection = await answer.json();
  const { items } = (await (await page.request.get(path)).json()) as { items: Collection[] };
  const others = items.map(({ id }) => id).filter((id) => id !== collection.id);
  const order = await page.request.put(`${path}/order`, { headers, data: { ids: [...others, collection.id] } });
  expect(order.status()).toBe(200);
  return collection;
}

const remove = (page: Page, origin: string, { id }: Collection) =>
  page.request.delete(`${path}/${id}`, { headers: { Origin: origin } });

// Each puts all collections in order.
test.describe.configure({ mode: 'serial' });

test('an admin writes a story, shows it, and takes it away again', async ({
  page,
  browser,
  signIn,
  baseURL,
  expectAnswer,
}) => {
  await signIn('admin');
  const { items } = await (await page.request.get('/api/v1/apps?country=US&limit=2')).json();
  const story = await begin(page, baseURL ?? '');
  await page.goto(`/ops/collections/${story.id}`);
  await page.getByLabel('Line below it').fill('Nobody agrees');
  await page.getByLabel('Text in Markdown').fill('It is **sour**.');
  for (const { name } of items) {
    await page.getByLabel('Add an app').fill(name);
    await page.getByRole('button', { name: `Add ${name}`, exact: true }).click();
  }
  const apps = page.getByRole('list', { name: 'Apps in their order' }).getByRole('listitem');
  await expect(apps).toHaveCount(2);
  const up = page.getByRole('button', { name: `Move up: ${items[1].name}`, exact: true });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(apps.first()).toContainText(items[1].name);
  await expect(up).toBeFocused();
  await page.getByRole('radio', { name: 'Orbit', exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  const visitor = await (await browser.newContext({ baseURL })).newPage();
  expect((await visitor.goto(`/stories/${story.slug}`))?.status()).toBe(404);
  expect((await visitor.goto(`/stories/${story.slug}?preview`))?.status()).toBe(404);
  await page.goto(`/stories/${story.slug}?preview`);
  await expect(page.getByText('This is a draft.')).toBeVisible();

  await page.goto(`/ops/collections/${story.id}`);
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  expect((await visitor.goto(`/stories/${story.slug}`))?.status()).toBe(200);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(story.title);
  await expect(visitor.getByText('sour')).toHaveCSS('font-weight', /[67]00/);
  await expect(visitor.getByRole('listitem').filter({ hasText: items[1].name })).toBeVisible();
  await visitor.goto('/');
  await expect(visitor.getByRole('link', { name: story.title })).toBeVisible();
  await visitor.context().close();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL('**/ops/collections');
  await expect(page.getByRole('link', { name: story.title })).toHaveCount(0);
  expectAnswer(404, /^\/stories\//);
  expect((await page.goto(`/stories/${story.slug}`))?.status()).toBe(404);
});

test('the order is changed with the keyboard and stays', async ({ page, signIn, baseURL }) => {
  await signIn('admin');
  const story = await begin(page, baseURL ?? '', { kind: 'list', title: 'Moved about' });
  await page.goto('/ops/collections');
  const rows = page
    .getByRole('list', { name: 'Stories and lists in the order of the front page' })
    .getByRole('listitem');
  const count = await rows.count();
  await expect(rows.nth(count - 1)).toContainText(story.title);
  const up = page.getByRole('button', { name: `Move up: ${story.title}` });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(rows.nth(count - 3)).toContainText(story.title);
  await expect(page.getByText('The order is saved.')).toBeVisible();
  await page.reload();
  await expect(rows.nth(count - 3)).toContainText(story.title);
  await remove(page, baseURL ?? '', story);
});

test('of two editors, the second is told, and loses nothing', async ({ page, signIn, baseURL, expectAnswer }) => {
  await signIn('admin');
  const story = await begin(page, baseURL ?? '');
  await page.goto(`/ops/collections/${story.id}`);
  await page.getByLabel('Line below it').fill('Mine');
  const headers = { Origin: baseURL ?? '' };
  await page.request.patch(`${path}/${story.id}`, { headers, data: { title: 'Theirs' } });
  expectAnswer(412, /\/ops\/collections\//);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Keep my changes' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Theirs');
  await expect(page.getByLabel('Line below it')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await (await page.request.get(`${path}/${story.id}`)).json()).toMatchObject({
    title: 'Theirs',
    subtitle: 'Mine',
  });
  await remove(page, baseURL ?? '', story);
});

test('an address that is taken and a picture that is too small are said where they are', async ({
  page,
  signIn,
  baseURL,
  expectAnswer,
}) => {
  await signIn('admin');
  const [story, other] = [await begin(page, baseURL ?? ''), await begin(page, baseURL ?? '')];
  await page.goto(`/ops/collections/${story.id}`);
  const address = page.getByLabel('Address');
  await address.fill(other.slug);
  expectAnswer(409, /\/ops\/collections\//);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(address).toHaveAccessibleDescription(/another collection/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(address).toHaveValue(story.slug);
  expectAnswer(422, /\/art$/);
  const buffer = Buffer.from(redPixel, 'base64');
  await page.getByLabel('Picture of your own').setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('at least 1200 × 600')).toBeVisible();
  for (const one of [story, other]) await remove(page, baseURL ?? '', one);
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('list and editor fit the window and have no serious accessibility finding', async ({ page, signIn }) => {
      await signIn('admin');
      const { items } = (await (await page.request.get(path)).json()) as { items: Collection[] };
      for (const place of ['/ops/collections', `/ops/collections/${items[0]?.id}`]) {
        await page.goto(place, { waitUntil: 'networkidle' });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
      }
    });
  });
}
