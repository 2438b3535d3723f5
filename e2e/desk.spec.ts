import type { Page } from '@playwright/test';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { approve, ask, handIn, makeApp, makeOrganization, tabTo, unlike } from './publishers';

const deskOf = (page: Page) => {
  const queue = page.getByRole('region', { name: 'Queue' });
  return { queue, chosen: queue.getByRole('listitem').locator('a[aria-current=true]') };
};

/** Steps forward with J until a submission is open. */
async function stepTo(page: Page, { id, name }: { id: string; name: string }): Promise<void> {
  const openId = () => page.evaluate(() => new URL(location.href).searchParams.get('id'));
  for (let steps = 0; steps < 80 && (await openId()) !== id; steps += 1) await page.keyboard.press('j');
  await expect(deskOf(page).chosen).toContainText(name);
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
}

const claim = async (page: Page) => {
  await page.keyboard.press('c');
  await expect(page.getByText(/^Yours, /)).toBeVisible();
};

test('a moderator reads, claims and decides without a pointer', async ({ page, signUp, openAs }) => {
  // Every step is a key.
  test.slow();
  await signUp();
  const { slug } = await makeOrganization(page.request);
  const names = ['Sound', 'Rotten', 'Hazy'].map(unlike);
  const apps = await Promise.all(names.map((name) => makeApp(page.request, slug, name)));
  const cases: { id: string; name: string }[] = [];
  for (const app of apps) cases.push({ id: await handIn(page.request, app), name: app.name });
  const [good, bad, vague] = cases as [(typeof cases)[0], (typeof cases)[0], (typeof cases)[0]];
  const desk = await openAs('moderator');
  const { keyboard } = desk;
  const { chosen } = deskOf(desk);
  await desk.goto('/moderation/submissions');
  await keyboard.press('?');
  await expect(desk.getByRole('dialog', { name: 'Keys of this desk' })).toBeVisible();
  await keyboard.press('j');
  await keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toBeHidden();
  await expect(chosen).toHaveCount(0);
  for (const [key, place] of [
    ['j', / place 1 /],
    ['j', / place 2 /],
    ['k', / place 1 /],
    ['k', / place 1 /],
  ] as const) {
    await keyboard.press(key);
    await expect(chosen).toHaveAccessibleName(place);
    await expect(chosen).toBeFocused();
  }

  await stepTo(desk, good);
  await keyboard.press('a');
  await expect(desk.getByText('Claim it first.').first()).toBeVisible();
  await claim(desk);
  await keyboard.press('a');
  await keyboard.press('Enter');
  await expect(desk.getByText(`${good.name} 1.0.0 is approved.`)).toBeVisible();

  await stepTo(desk, bad);
  await claim(desk);
  await keyboard.press('r');
  const form = desk.getByRole('form', { name: 'Reject' });
  await keyboard.press('Enter');
  await expect(form.getByText('Choose the rule that it breaks.')).toBeVisible();
  await expect(form.getByRole('checkbox').first()).toBeFocused();
  await expectNoAxeViolations(desk);
  await tabTo(desk, form.getByRole('checkbox', { name: /^2\.1 It works/ }));
  await keyboard.press('Space');
  await tabTo(desk, form.getByLabel('Evidence'));
  await keyboard.type('Just closes. Again and again: j, k, c, a, r, m.');
  await tabTo(desk, form.getByLabel('Note to the developer'));
  await keyboard.type('Make it start.');
  await tabTo(desk, form.getByRole('button', { name: 'Reject' }));
  await keyboard.press('Enter');
  await expect(desk.getByText(`${bad.name} 1.0.0 is rejected.`)).toBeVisible();

  await stepTo(desk, vague);
  await claim(desk);
  await keyboard.press('m');
  const words = desk.getByRole('form', { name: 'Reject text and pictures' });
  await expect(words).toBeVisible();
  await keyboard.press('Escape');
  await expect(words).toBeHidden();
  await keyboard.press('m');
  await tabTo(desk, words.getByRole('checkbox', { name: /^3\.1 Honest listing/ }));
  await keyboard.press('Space');
  await tabTo(desk, words.getByLabel('Evidence'));
  await keyboard.type('Nobody can say what it does.');
  await tabTo(desk, words.getByLabel('Note to the developer'));
  await keyboard.type('Say it.');
  await tabTo(desk, words.getByRole('button', { name: 'Reject text and pictures' }));
  await keyboard.press('Enter');
  await expect(desk.getByText(`${vague.name} 1.0.0 is rejected for its text or pictures.`)).toBeVisible();

  const states = apps.map(async ({ id }) => {
    const path = `/console/apps/${id}/versions/1.0.0`;
    return (await ask<ConsoleVersionDetail>(page.request, 'GET', path)).state;
  });
  expect(await Promise.all(states)).toEqual(['released', 'rejected', 'metadata_rejected']);
});

test('two moderators do not decide one submission, and whoever is late is told in words', async ({
  page,
  signUp,
  openAs,
  expectAnswer,
}) => {
  await signUp();
  const name = unlike('Contested');
  const { slug } = await makeOrganization(page.request);
  const id = await handIn(page.request, await makeApp(page.request, slug, name));
  const path = `/moderation/submissions?id=${id}`;
  const [first, second] = [await openAs('moderator'), await openAs('admin')];
  await Promise.all([first.goto(path), second.goto(path)]);
  await expect(second.getByRole('button', { name: 'Claim', exact: true })).toBeVisible();
  await first.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(first.getByText(/^Yours, /)).toBeVisible();

  expectAnswer(409, /\/submissions\/[^/]+\/(claim|decision)$/);
  await second.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(second.getByText(/^Milan Seidel is on it, \d+ min left\. You can read along\./)).toBeVisible();
  await expect(deskOf(second).chosen).toContainText('claimed by Milan Seidel');
  await expect(second.getByRole('button', { name: 'Approve' })).toBeDisabled();

  // The same moderator in two windows decides once.
  const window = await first.context().newPage();
  await window.goto(path);
  await window.getByRole('button', { name: 'Reject', exact: true }).click();
  const form = window.getByRole('form', { name: 'Reject' });
  await form.getByRole('checkbox', { name: /^6\.1 Rights/ }).check();
  await form.getByLabel('Evidence').fill('The apples are of others.');
  await form.getByLabel('Note to the developer').fill('Pick your own.');
  await first.getByRole('button', { name: 'Approve' }).click();
  await first.getByRole('form', { name: 'Approve' }).getByRole('button', { name: 'Approve' }).click();
  await expect(first.getByText(`${name} 1.0.0 is approved.`)).toBeVisible();
  await form.getByRole('button', { name: 'Reject' }).click();
  await expect(window.getByText(new RegExp(`^${name} 1.0.0: .*decided`))).toBeVisible();
  await window.getByRole('button', { name: 'Open it' }).click();
  await expect(window.getByRole('region', { name: 'Decision', exact: true })).toContainText(/Approved.*Milan Seidel/);
});

test('a reported app is taken down and brought back by an admin, and the audit log says so', async ({
  page,
  signUp,
  openAs,
  expectAnswer,
}) => {
  await signUp();
  const name = unlike('Wormy');
  const { slug } = await makeOrganization(page.request);
  const app = await makeApp(page.request, slug, name);
  const [desk, admin, shopper] = [await openAs('moderator'), await openAs('admin'), await openAs('new person')];
  await approve(desk.request, await handIn(page.request, app));
  await ask(shopper.request, 'POST', `/apps/${app.id}/reports`, { reason: 'malware', note: 'It eats the others.' });

  await desk.goto('/moderation/reports');
  await expect(desk.getByRole('list', { name: `Reports about ${name}` })).toContainText('It eats the others.');
  await expect(desk.getByRole('button', { name: /^Take down/ })).toHaveCount(0);

  await admin.goto('/moderation/reports');
  await admin.getByRole('button', { name: `Take down ${name}` }).click();
  const takedown = admin.getByRole('dialog', { name: `Take ${name} down?` });
  await takedown.getByRole('button', { name: 'Take down' }).click();
  await expect(takedown.getByText('Choose the rule.')).toBeVisible();
  await takedown.getByLabel('Which rule does it break?').selectOption('4.1');
  await takedown.getByLabel(/^Why\?/).fill('It was seen eating others.');
  await takedown.getByRole('button', { name: 'Take down' }).click();
  await expect(admin.getByText(`${name} is down.`)).toBeVisible();
  expectAnswer(404, /^\/apps\//);
  await expect(async () => {
    expect((await shopper.goto(`/apps/${app.slug}`))?.status()).toBe(404);
  }).toPass();
  await page.goto(`/console/apps/${app.id}`);
  await expect(page.getByText('The store has taken this app down', { exact: true })).toBeVisible();
  await expect(page.getByText('It was seen eating others.')).toBeVisible();

  await admin.getByRole('button', { name: `Restore ${name}` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(admin.getByText(`${name} is in the store again.`)).toBeVisible();
  await expect(async () => {
    expect((await shopper.goto(`/apps/${app.slug}`))?.status()).toBe(200);
  }).toPass();

  await desk.reload();
  await desk.getByRole('button', { name: `Dismiss: Harms the device, ${name}` }).click();
  await expect(desk.getByText(`${name}: one report closed, nothing to do.`)).toBeVisible();
  await expect(desk.getByRole('list', { name: `Reports about ${name}` })).toHaveCount(0);
  await desk.getByRole('link', { name: 'Closed' }).click();
  await expect(desk.getByRole('list', { name: `Reports about ${name}` })).toContainText('Dismissed');

  await desk.getByRole('navigation', { name: 'Moderation' }).getByRole('link', { name: 'Audit', exact: true }).click();
  await desk.getByLabel('Which one').fill(app.id);
  await desk.getByRole('button', { name: 'Show', exact: true }).click();
  const log = desk.getByRole('table', { name: 'The audit log, the latest first' });
  const down = log.getByRole('row').nth(3);
  await expect(log.getByRole('row').nth(1)).toContainText(/Milan Seidel.*app\.reports_resolved/);
  await expect(log.getByRole('row').nth(2)).toContainText(/June Okafor.*app\.restored/);
  await expect(down).toContainText(/June Okafor.*app\.taken_down/);
  await down.getByRole('button').click();
  await expect(log).toContainText('It was seen eating others.');
});
