import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';
import { flagged, freeApp, statusOf } from './reviewers';

const path = '/moderation/reviews';
const caseOf = (id: string) => `${path}?id=${id}`;
const openId = (page: Page) => page.evaluate(() => new URL(location.href).searchParams.get('id'));

const words = (name: string) =>
  `I keep ${name} open on the train, and the version of last week finds my notes of ${crypto.randomUUID().slice(0, 8)} again.`;

const deskOf = (page: Page) => {
  const queue = page.getByRole('region', { name: 'Queue' });
  return {
    queue,
    chosen: queue.getByRole('listitem').locator('a[aria-current=true]'),
    rowOf: (id: string) => queue.locator(`[data-row="${id}"]`),
    decision: page.getByRole('region', { name: 'Decision', exact: true }),
    toast: page.getByRole('button', { name: /^Undo/ }),
  };
};

/** The desk, once it hears of what others do. */
async function openDesk(page: Page, address: string): Promise<void> {
  const listens = page.waitForResponse((answer) => answer.url().endsWith('/reviews/events'));
  await page.goto(address);
  await listens;
}

async function openCase(page: Page, id: string): Promise<void> {
  await openDesk(page, caseOf(id));
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
}

test('a moderator approves, takes it back, rejects and hands on without a pointer', async ({ page, openAs }) => {
  test.slow();
  const [author, reporter, desk] = [await openAs('new person'), await openAs('new person'), await openAs('moderator')];
  const [first, second] = [await freeApp(page.request, -1), await freeApp(page.request, -2)];
  const id = await flagged({ author, reporter, desk, app: first, body: words(first.name) });
  const other = await flagged({ author, reporter, desk, app: second, body: words(second.name) });
  const { keyboard } = desk;
  const { queue, chosen, decision, toast } = deskOf(desk);

  await openDesk(desk, path);
  await keyboard.press('?');
  await expect(desk.getByRole('dialog', { name: 'Keys of this desk' })).toBeVisible();
  await keyboard.press('j');
  await keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toBeHidden();
  await expect(chosen).toHaveCount(0);
  for (const [key, place] of [
    ['j', '1'],
    ['j', '2'],
    ['k', '1'],
    ['k', '1'],
  ] as const) {
    await keyboard.press(key);
    await expect(
      queue.locator('li[aria-posinset]').filter({ has: desk.locator('a[aria-current=true]') }),
    ).toHaveAttribute('aria-posinset', place);
    await expect(chosen).toBeFocused();
  }

  await openCase(desk, id);
  await expect(desk.getByRole('heading', { level: 2, name: `4 stars for ${first.name}` })).toBeVisible();
  const sent: string[] = [];
  desk.on('request', (one) => {
    if (one.method() === 'POST') sent.push(new URL(one.url()).pathname.replace(/^.*reviews\//, ''));
  });
  await Promise.all([keyboard.press('a'), keyboard.press('a')]);
  await expect(desk.getByText(new RegExp(`’s 4 stars for ${first.name} approved\\.$`))).toBeVisible();
  await expect(toast).toBeVisible();
  await expect(chosen).toBeFocused();
  expect(await openId(desk)).not.toBe(id);
  await keyboard.press('u');
  await expect(desk.getByText(/^Taken back: .+’s 4 stars for .+ approved\./)).toBeVisible();
  await expect.poll(() => openId(desk)).toBe(id);
  await expect(desk.getByText(/^Yours, /)).toBeVisible();
  expect(await statusOf(desk.request, id)).toBe('manual_review');
  expect(sent.filter((path) => path.endsWith('/decision'))).toEqual([`${id}/decision`]);

  await keyboard.press('r');
  const form = decision.getByRole('form', { name: 'Reject' });
  await expect(form.getByRole('radio').first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(form.getByText('Choose the rule that it breaks.')).toBeVisible();
  await expectNoAxeViolations(desk);
  await keyboard.press('2');
  await expect(form.getByRole('radio', { name: /^R2 Not bought/ })).toBeChecked();
  await expect(form.getByRole('region', { name: 'What the author will read' })).toContainText('Not bought');
  await form.getByLabel('Note to the author (optional)').fill('Just j, k, a, e and u: nothing of it is a command.');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(desk.getByText(`4 stars for ${first.name} rejected under R2 Not bought.`)).toBeVisible();
  await expect.poll(() => statusOf(desk.request, id)).toBe('rejected');

  await openCase(desk, other);
  await keyboard.press('e');
  await expect(decision.getByRole('form', { name: 'Escalate' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(decision.getByRole('form')).toHaveCount(0);
  await keyboard.press('e');
  await keyboard.press('Enter');
  await expect(desk.getByText(`4 stars for ${second.name} handed on to the admins.`)).toBeVisible();
  await expect.poll(() => statusOf(desk.request, other)).toBe('escalated');
  await openCase(desk, other);
  await expect(decision.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await expect(deskOf(desk).queue.getByRole('link', { name: 'Escalated' })).toHaveCount(0);

  const admin = await openAs('admin');
  await openDesk(admin, `${path}?state=escalated&id=${other}`);
  await expect(deskOf(admin).rowOf(other)).toBeVisible();
  await admin.keyboard.press('a');
  await expect.poll(() => statusOf(admin.request, other)).toBe('approved');
});

test('what one moderator takes and decides shows on the desk of the other at once', async ({ page, openAs }) => {
  test.slow();
  const [author, reporter] = [await openAs('new person'), await openAs('new person')];
  const [first, second] = [await openAs('moderator'), await openAs('admin')];
  const app = await freeApp(page.request, -3);
  const id = await flagged({ author, reporter, desk: first, app, body: words(app.name) });
  await openCase(first, id);
  await openCase(second, id);
  await first.keyboard.press('c');
  await expect(first.getByText(/^Yours, /)).toBeVisible();
  await expect(second.getByText(/^Milan Seidel is on it, \d+ min left\. You can read along\./)).toBeVisible();
  await expect(deskOf(second).decision.getByRole('button', { name: 'Approve' })).toBeDisabled();

  await first.keyboard.press('a');
  await expect(second.getByText('Milan Seidel has just decided the one that is open here.')).toBeVisible();
  await expect(deskOf(second).rowOf(id)).toHaveCount(0);
  await expect(deskOf(second).decision).toContainText('It is approved.');
  await first.keyboard.press('u');
  await expect(first.getByText(/^Taken back: .+’s/)).toBeVisible();
  await expect(second.getByText(/^Milan Seidel is on it.*read along/)).toBeVisible();
});

test('who comes second hears so and gets back what they wrote', async ({ page, openAs, expectAnswer }) => {
  test.slow();
  const [author, reporter] = [await openAs('new person'), await openAs('new person')];
  const [first, second] = [await openAs('moderator'), await openAs('admin')];
  const app = await freeApp(page.request, -4);
  const id = await flagged({ author, reporter, desk: first, app, body: words(app.name) });
  // Nobody tells the second desk anything.
  expectAnswer(0, /\/reviews\/events$/);
  expectAnswer(409, /\/reviews\/[^/]+\/(claim|decision)$/);
  await second.route('**/api/v1/moderation/reviews/events', (route) => route.abort());
  const isDeaf = second.waitForEvent('requestfailed', (request) => request.url().endsWith('/reviews/events'));
  await second.goto(caseOf(id));
  await isDeaf;
  await second.keyboard.press('r');
  const { decision } = deskOf(second);
  await decision.getByRole('radio', { name: /^R7 No advertising/ }).check();
  await decision.getByLabel('Note to the author (optional)').fill('No links, please.');

  await openCase(first, id);
  await first.keyboard.press('r');
  await first.keyboard.press('5');
  await first.keyboard.press('Enter');
  await expect.poll(() => statusOf(first.request, id)).toBe('rejected');

  await decision.getByRole('button', { name: 'Reject', exact: true }).last().click();
  await expect(second.getByText(`4 stars for ${app.name}: There is nothing to decide`)).toBeVisible();
  await second.getByRole('button', { name: 'Open it' }).click();
  await expect(decision).toContainText('It is rejected.');
  await expect(decision).toContainText('No links, please.');
  await expect(second.getByRole('region', { name: 'Decided before' })).toContainText(/R5 Respect.*Milan Seidel/);
});

test('copies of one text are decided at once, and taken back at once', async ({ page, openAs }) => {
  test.slow();
  const [reporter, desk] = [await openAs('new person'), await openAs('moderator')];
  const body = words('this');
  const ids: string[] = [];
  for (const at of [-5, -6, -7]) {
    const [author, app] = [await openAs('new person'), await freeApp(page.request, at)];
    ids.push(await flagged({ author, reporter, desk, app, body }));
  }
  await openCase(desk, ids[0] ?? '');
  await desk.getByRole('button', { name: 'Reject all 3 waiting with this text…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Reject 3 reviews?' });
  await expect(dialog.getByRole('list', { name: 'What will be decided' }).getByRole('listitem')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Reject 3 reviews' }).click();
  await expect(dialog.getByText('Choose the rule that it breaks.')).toBeVisible();
  await expectNoAxeViolations(desk);
  await dialog.getByRole('radio', { name: /^R7 No advertising/ }).check();
  await dialog.getByRole('button', { name: 'Reject 3 reviews' }).click();
  await expect(desk.getByText('3 reviews rejected.').first()).toBeVisible();
  const all = () => Promise.all(ids.map((id) => statusOf(desk.request, id)));
  await expect.poll(all).toEqual(ids.map(() => 'rejected'));
  await deskOf(desk).toast.click();
  await expect(desk.getByText('Taken back: 3 reviews rejected.')).toBeVisible();
  expect(await all()).toEqual(ids.map(() => 'manual_review'));
});

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the desk of reviews fits its window in each of its panes, and every page of it reads well', async ({
      page,
      signIn,
    }) => {
      test.slow();
      await signIn('admin');
      await openDesk(page, path);
      const { queue, decision } = deskOf(page);
      await expect(queue.getByRole('listitem').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await queue.getByRole('listitem').first().getByRole('link').click();
      const heading = page.getByRole('heading', { level: 2 });
      await expect(heading).toBeVisible();
      await expect(page.getByRole('region', { name: 'The review', exact: true })).toBeVisible();
      await expectNoSidewaysScroll(page);
      const blank = () => page.evaluate(() => document.documentElement.scrollHeight - document.body.offsetHeight);
      expect(await blank()).toBeLessThanOrEqual(1);
      await expectNoAxeViolations(page);
      const toDecide = page.getByRole('button', { name: 'Decide', exact: true });
      if (await toDecide.isVisible()) {
        await expect(heading).toBeFocused();
        await toDecide.click();
        await expect(heading).toBeHidden();
      }
      await decision.getByRole('button', { name: 'Reject' }).click();
      await expect(decision.getByRole('form', { name: 'Reject' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });

    test('what is moderated is public, and fits its window', async ({ page }) => {
      await page.goto('/transparency');
      await expect(page.getByRole('heading', { level: 1, name: 'Transparency' })).toBeVisible();
      await expect(page.getByRole('list', { name: 'What a score leads to' }).getByRole('listitem')).toHaveCount(3);
      await expect(
        page.getByRole('navigation', { name: 'Footer' }).getByRole('link', { name: 'Transparency' }),
      ).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}

test('the queue scrolls through all that waits, drawing only what is in sight', async ({ page, signIn }) => {
  await signIn('moderator');
  await openDesk(page, path);
  const { queue } = deskOf(page);
  const rows = queue.getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const last = async () => {
    await queue.locator('[tabindex="0"]').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const row = rows.last();
    return [await row.getAttribute('aria-posinset'), await row.getAttribute('aria-setsize')];
  };
  await expect(async () => {
    const [place, size] = await last();
    expect(place).toBe(size);
  }).toPass();
  expect(await rows.count()).toBeLessThan(60);
});
