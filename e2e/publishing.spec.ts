import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ConsoleAppDetail, ConsoleVersionDetail } from '@/lib/publishing/schema';
import { expect, test } from './fixtures';
import {
  appImage,
  approve,
  ask,
  handIn,
  makeApp,
  makeKey,
  makeOrganization,
  png,
  publish,
  queueOf,
  unlike,
} from './publishers';

const piece = 8 * 1024 * 1024;

/** Cuts the connection of the first try to send each of these pieces; gives the ranges that were sent. */
async function cutOff(page: Page, starts: number[]): Promise<string[]> {
  const sent: string[] = [];
  const cut = new Set(starts);
  await page.route('**/uploads/*', async (route, request) => {
    if (request.method() !== 'PUT') return route.continue();
    const range = request.headers()['content-range'] ?? '';
    sent.push(range);
    await (cut.delete(Number(/\d+/.exec(range)?.[0])) ? route.abort('connectionreset') : route.continue());
  });
  return sent;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function downloadBy(page: Page, button: Locator): Promise<string> {
  const arriving = page.waitForEvent('download');
  await button.click();
  return sha256(await readFile(await (await arriving).path()));
}

const stepOf = (page: Page) => page.getByRole('list', { name: 'From draft to release' }).locator('[aria-current=step]');
const submit = async (page: Page) => {
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
};
const save = async (form: Locator, name = 'Save') => {
  await form.getByRole('button', { name, exact: true }).click();
  await expect(form.getByText(/^Saved/)).toBeVisible();
};

const fileField = (form: Locator, label: string) => form.getByLabel(label, { exact: true }).and(form.locator('input'));

/** Fills everything that is missing from a first listing; its subtitle is more than moderators let pass. */
async function fillListing(form: Locator): Promise<void> {
  await fileField(form, 'Icon').setInputFiles(await png('icon.png', 512, 512, '#a33b20'));
  await expect(form.getByRole('button', { name: 'Another icon' })).toBeVisible();
  await fileField(form, 'Screenshots').setInputFiles(await png('trees.png', 720, 1280, '#52796f'));
  await form.getByLabel('What is to be seen on screenshot 1?').fill('All trees, with what they bore');
  await form.getByLabel('Subtitle').fill('The best diary for trees');
  const description = form.getByRole('textbox', { name: 'Description' });
  await description.fill('Write down what you picked, **tree by tree**, and read it years later.');
  await form.getByLabel('Keywords').fill('apples, trees,');
  await form.getByRole('button', { name: 'Nothing of all this' }).click();
  await save(form);
  await expect(form.getByText('The listing is complete')).toBeVisible();
}

/** Opens the submission of an app at the desk, where the queue shows it, and claims it. */
async function takeUp(desk: Page, name: string): Promise<void> {
  const item = (await queueOf(desk.request)).find(({ app }) => app.name === name);
  await desk.goto(`/moderation/submissions?id=${item?.id}`);
  const row = desk.getByRole('region', { name: 'Queue' }).getByRole('link', { name });
  await expect(row).toHaveAttribute('aria-current', 'true');
  await expect(row).toBeInViewport();
  await desk.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(desk.getByText(/^Yours, /)).toBeVisible();
}

const goTo = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: /^Pages of/ })
    .getByRole('link', { name })
    .click();

test('an app goes from an idea to the devices of shoppers, and its next version after it', async ({
  page,
  signUp,
  openAs,
  expectAnswer,
}) => {
  test.slow();
  const [organization, name] = [unlike('Early Windfall'), unlike('Orchard Log')];
  const build = appImage(2 * piece + 1_000_000);

  // Whoever comes first makes an organisation, and in it an app.
  await signUp();
  await page.goto('/console');
  await page.getByRole('link', { name: 'Create an organisation' }).click();
  await page.getByLabel('Name', { exact: true }).fill(organization);
  await page.getByRole('button', { name: 'Create the organisation' }).click();
  await page.getByRole('link', { name: /^New app|^Make your first app/ }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Category').selectOption({ label: 'Productivity' });
  await expect(page.getByLabel('Bundle id')).toHaveValue(/^app\.earlywindfall\w+\.orchardlog\w+$/);
  await page.getByRole('button', { name: 'Create the app' }).click();

  // A version, whose build comes through in spite of a bad line.
  await page.getByRole('button', { name: 'New version' }).click();
  const begin = page.getByRole('dialog', { name: 'New version' });
  await expect(begin.getByLabel('Version')).toHaveValue('1.0.0');
  await begin.getByLabel('Platform').selectOption('linux');
  await begin.getByLabel('What’s new').fill('The first harvest.');
  await begin.getByRole('button', { name: 'Begin this version' }).click();
  await page.waitForURL(/\/versions\/[0-9a-f-]{36}$/);
  const versionUrl = page.url();
  const appUrl = versionUrl.replace(/\/versions\/.*/, '');
  const appId = appUrl.replace(/.*\//, '');
  expectAnswer(0, /\/uploads\/[^/]+$/);
  const sent = await cutOff(page, [0, piece]);
  const file = { name: 'orchard-log.AppImage', mimeType: 'application/octet-stream', buffer: build };
  await fileField(page.getByRole('main'), 'Build').setInputFiles(file);
  await expect(page.getByText(/^Valid, /)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(sha256(build))).toBeVisible();
  const ranges = [`0-${piece - 1}`, `${piece}-${2 * piece - 1}`, `${2 * piece}-${build.length - 1}`];
  const [first, second, third] = ranges.map((range) => `bytes ${range}/${build.length}`);
  expect(sent, 'each goes on where the last ended').toEqual([first, first, second, second, third]);
  await page.unrouteAll();
  const words = page.getByRole('form', { name: 'Version 1.0.0' });
  await words.getByRole('radio', { name: /^When I release it/ }).check();
  await save(words);

  // What is missing is named, and leads to where it is mended.
  const button = page.getByRole('button', { name: 'Submit for review' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.click({ force: true });
  await expect(page.getByText(/things are missing first/)).toBeVisible();
  await page.getByRole('link', { name: 'Upload an icon.' }).click();
  const listing = page.getByRole('form', { name: 'Listing' });
  await fillListing(listing);
  await goTo(page, 'Prices');
  await save(page.getByRole('form', { name: 'Prices' }), 'Save prices');
  await goTo(page, 'Overview');
  await submit(page);
  await expect(stepOf(page)).toContainText(/Waiting, now.*Place \d+/);

  // Somebody else's app comes after it, and stays there.
  const { slug } = await makeOrganization(page.request);
  const later = await handIn(page.request, await makeApp(page.request, slug));

  // A moderator takes it up and does not like its words.
  const desk = await openAs('moderator');
  await takeUp(desk, name);
  await page.reload();
  await expect(stepOf(page)).toContainText('In review, now');
  await desk.getByRole('button', { name: 'Reject text and pictures' }).click();
  const form = desk.getByRole('form', { name: 'Reject text and pictures' });
  await form.getByRole('checkbox', { name: /^3\.1 Honest listing/ }).check();
  await form.getByLabel('Evidence').fill('The subtitle says “best”. Compared to what?');
  await form.getByLabel('Note to the developer').fill('Say what it does instead.');
  await expect(form.getByRole('region', { name: 'What the developer will read' })).toContainText('Honest listing');
  await form.getByRole('button', { name: 'Reject text and pictures' }).click();
  await expect(desk.getByText(`${name} 1.0.0 is rejected for its text or pictures.`)).toBeVisible();

  // The developer reads why, mends it and has the place in the queue that they had.
  await page.reload();
  const decision = page.getByRole('article').filter({ hasText: 'Text or pictures rejected' });
  await expect(decision).toContainText('3.1');
  await expect(decision).toContainText('Honest listing');
  await expect(decision).toContainText('The subtitle says “best”. Compared to what?');
  await expect(decision).toContainText('Say what it does instead.');
  await goTo(page, 'Listing');
  await listing.getByLabel('Subtitle').fill('A diary for your trees');
  await save(listing);
  await page.goto(versionUrl);
  await expect(page.getByText('Only text and pictures are to be changed now.')).toBeVisible();
  await submit(page);
  await expect(stepOf(page)).toContainText(/Waiting, now.*Place \d+/);
  const order = (await queueOf(desk.request)).map(({ id, app }) => (app.name === name ? 'ours' : id));
  expect(order.indexOf('ours')).toBeGreaterThanOrEqual(0);
  expect(order.indexOf('ours'), 'it was there first').toBeLessThan(order.indexOf(later));

  // The moderator sees what differs, approves, and it comes out when the developer says so.
  await takeUp(desk, name);
  await expect(desk.getByRole('region', { name: 'Before this' })).toContainText('Compared to what?');
  await desk.getByRole('button', { name: 'Approve' }).click();
  await desk.getByRole('form', { name: 'Approve' }).getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText(`${name} 1.0.0 is approved.`)).toBeVisible();
  await page.goto(appUrl);
  await expect(stepOf(page)).toContainText(/Approved, now.*Waits for you/);
  await page.getByRole('button', { name: 'Release now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release now' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on its way' })).toBeVisible();

  // Somebody gets it.
  const shopper = await openAs('new person');
  await shopper.goto(`/apps/${appId}`);
  await expect(shopper.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(shopper.getByText('A diary for your trees').first()).toBeVisible();
  await shopper
    .getByRole('button', { name: `Get ${name}` })
    .first()
    .click();
  const get = shopper.getByRole('button', { name: `Download ${name}` }).first();
  expect(await downloadBy(shopper, get)).toBe(sha256(build));
  const library = shopper.getByRole('list', { name: 'Your apps' });
  await expect(async () => {
    await shopper.goto('/library');
    await expect(library.getByText(/^Downloaded/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(library.getByText('Update available')).toHaveCount(0);

  // The next one is published by a build server, and the library says so.
  const { organization: own } = await ask<ConsoleAppDetail>(page.request, 'GET', `/console/apps/${appId}`);
  const key = await makeKey(page.request, own.slug);
  const next = appImage(500_000);
  const run = { key, app: appId, version: '2.0.0', file: { name: 'orchard-log.AppImage', bytes: next } };
  expect(await publish({ ...run, notes: 'Grafts.' })).toBe('waiting_for_review');
  const path = `/console/apps/${appId}/versions/2.0.0`;
  const { submissions } = await ask<ConsoleVersionDetail>(page.request, 'GET', path);
  await approve(desk.request, submissions[0]?.id ?? '');
  await shopper.reload();
  await expect(library.getByText('Update available')).toBeVisible();
  expect(await downloadBy(shopper, library.getByRole('button', { name: `Update ${name}` }))).toBe(sha256(next));
  await shopper.goto(`/apps/${appId}`);
  await expect(shopper.getByText('Grafts.').first()).toBeVisible();
});
