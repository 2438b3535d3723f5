import type { Page } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import type { MyReview, Ratings } from '@/lib/reviews/schema';
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';
import { ask } from './publishers';
import { freeApp, obtain } from './reviewers';

const words = (name: string) =>
  `I use ${name} every day since spring, mostly on the train. The last update fixed the crash when I rotate the phone ` +
  `and the search feature finds my notes from ${crypto.randomUUID().slice(0, 8)} at once.`;

const ownOf = (page: Page) => page.getByRole('region', { name: 'Your review' });
const published = { timeout: 30_000 };

/** Writes a review as the API lets any program, and waits until others see it. */
async function publish(page: Page, app: AppCard, body: string): Promise<MyReview> {
  await obtain(page, app);
  await ask(page.request, 'PUT', `/apps/${app.id}/review`, { rating: 4, title: 'Daily companion', body });
  let review: MyReview | undefined;
  await expect(async () => {
    review = (await ask<{ review: MyReview }>(page.request, 'GET', `/apps/${app.id}/review`)).review;
    expect(review.status).toBe('approved');
  }).toPass(published);
  return review as MyReview;
}

for (const [at, { name, use }] of LOOKS.entries()) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('a shopper gets an app, writes about it, sees it published, changes it and deletes it', async ({
      page,
      request,
      signUp,
    }) => {
      test.slow();
      const app = await freeApp(request, at);
      await signUp();
      await page.goto(`/apps/${app.slug}#reviews`);
      const own = ownOf(page);
      const write = own.getByRole('button', { name: 'Write a review' });
      await expect(write).toBeDisabled();
      await expect(own.getByText('Get the app first')).toBeVisible();
      await page
        .getByRole('button', { name: `Get ${app.name}` })
        .first()
        .click();
      await expect(write).toBeEnabled();

      await write.click();
      const sheet = page.getByRole('dialog', { name: 'Write a review' });
      await expect(sheet.getByRole('radio', { name: /^1 star/ })).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(sheet.getByRole('radio', { name: /^4 stars/ })).toBeChecked();
      await sheet.getByLabel('Title').fill('Daily companion');
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      // Closed by mistake: nothing is lost.
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(write).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(sheet.getByLabel('Title')).toHaveValue('Daily companion');
      await sheet.getByLabel('Review').fill(words(app.name));
      await sheet.getByRole('button', { name: 'Send review' }).click();
      await expect(sheet).toBeHidden();
      await expect(own.getByText(/^(Being checked|Published)$/)).toBeVisible();
      await expect.poll(() => own.evaluate((place) => place.contains(document.activeElement))).toBe(true);
      await expect(own.getByText('Published', { exact: true })).toBeVisible(published);
      // The figures above follow without a reload.
      const { counted, total } = await ask<Ratings>(page.request, 'GET', `/apps/${app.id}/ratings?range=all`);
      await expect(page.getByText(new RegExp(`^${counted} of ${total} reviews? counted$`))).toBeVisible();
      await own.getByText('How this was checked').click();
      await expect(own.getByText(/^You have the app/)).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);

      await own.getByRole('button', { name: 'Edit your review' }).click();
      const edit = page.getByRole('dialog', { name: 'Edit your review' });
      await expect(edit.getByRole('radio', { name: /^4 stars/ })).toBeFocused();
      await page.keyboard.press('ArrowLeft');
      await edit.getByLabel('Title').fill('Slower since last week');
      await edit.getByRole('button', { name: 'Save changes' }).click();
      await expect(own.getByRole('heading', { name: 'Slower since last week' })).toBeVisible();
      await expect(own.getByText('Published', { exact: true })).toBeVisible(published);
      await own.getByText('What you wrote before (1)').click();
      await expect(own.getByText('Daily companion')).toBeVisible();

      await page.reload();
      await own.getByRole('button', { name: 'Delete your review' }).click();
      const question = page.getByRole('dialog', { name: 'Delete your review?' });
      await question.getByRole('button', { name: 'Keep it' }).click();
      await expect(own.getByRole('button', { name: 'Delete your review' })).toBeFocused();
      await page.keyboard.press('Enter');
      await question.getByRole('button', { name: 'Delete review' }).click();
      await expect(write).toBeFocused();
      await page.reload();
      await expect(write).toBeEnabled();
    });
  });
}

test('what could not be sent stays in the sheet, with what is wrong', async ({
  page,
  request,
  signUp,
  expectAnswer,
}) => {
  const app = await freeApp(request, 3);
  await signUp();
  await obtain(page, app);
  await page.goto(`/apps/${app.slug}`);
  await ownOf(page).getByRole('button', { name: 'Write a review' }).click();
  const sheet = page.getByRole('dialog', { name: 'Write a review' });
  await sheet.getByLabel('Review').fill('😀'.repeat(4_001));
  await sheet.getByRole('button', { name: 'Send review' }).click();
  await expect(sheet.getByText('Choose how many stars first.')).toBeVisible();
  await expect(sheet.getByText('One character too many.')).toBeVisible();
  await expect(sheet.getByRole('radio', { name: /^1 star/ })).toBeFocused();
  await page.keyboard.press('Space');
  await sheet.getByRole('button', { name: 'Send review' }).click();
  await expect(sheet.getByLabel('Review')).toBeFocused();
  await sheet.getByLabel('Review').fill('It stops at the start.');
  await page.route('**/api/v1/apps/*/review', (route) => route.abort());
  expectAnswer(0, /\/review$/);
  await sheet.getByRole('button', { name: 'Send review' }).click();
  await expect(sheet.getByText('It was not saved. What you wrote is still here.')).toBeVisible();
  await expect(sheet.getByLabel('Review')).toHaveValue('It stops at the start.');
  await page.unroute('**/api/v1/apps/*/review');
  await sheet.getByRole('button', { name: 'Send review' }).click();
  await expect(sheet).toBeHidden();
});

test('somebody else finds it helpful and reports it; a visitor is led to sign in', async ({
  page,
  request,
  signUp,
  openAs,
}) => {
  test.slow();
  const app = await freeApp(request, 4);
  const body = words(app.name);
  await signUp();
  await publish(page, app, body);
  const newest = `/apps/${app.slug}?sort=recent#reviews`;
  await page.goto(newest);
  await expect(ownOf(page).getByText('Published', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Reviews' }).getByText(body)).toHaveCount(0);

  const reader = await openAs('new person');
  const review = reader.getByRole('article').filter({ hasText: body }).last();
  await reader.goto(newest);
  const yes = review.getByRole('button', { name: 'Yes', exact: true });
  const counted = reader.waitForResponse((answer) => /\/vote$/.test(answer.url()) && answer.ok());
  await yes.click();
  await expect(yes).toHaveAttribute('aria-pressed', 'true');
  await expect(review.getByText('Helpful to 1')).toBeVisible();
  await counted;
  await reader.reload();
  await expect(yes).toHaveAttribute('aria-pressed', 'true');

  const report = review.getByRole('button', { name: /^Report the review by/ });
  await report.click();
  const dialog = reader.getByRole('dialog', { name: 'Report this review' });
  await expect(dialog.getByRole('radio')).toHaveCount(8);
  await expectNoAxeViolations(reader);
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(dialog.getByText('Choose what is wrong first.')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Fake or paid/ }).check();
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(review.getByText('Thank you for your report.')).toBeVisible();
  await expect(review.getByRole('button', { name: /^Change your report/ })).toBeFocused();

  const visitor = await openAs('visitor');
  await visitor.goto(newest);
  await visitor
    .getByRole('article')
    .filter({ hasText: body })
    .last()
    .getByRole('button', { name: 'No', exact: true })
    .click();
  await visitor.waitForURL(
    (url) => url.pathname === '/sign-in' && url.searchParams.get('next') === `/apps/${app.slug}?sort=recent#reviews`,
  );
});

test('a vote that the store refuses is taken back, with the reason', async ({
  page,
  signIn,
  request,
  expectAnswer,
}) => {
  await signIn('shopper');
  const { items } = (await (await request.get('/api/v1/apps?country=US&limit=1')).json()) as { items: AppCard[] };
  await page.goto(`/apps/${items[0]?.slug}`);
  const review = page.getByRole('list', { name: 'Reviews' }).getByRole('article').first();
  const no = review.getByRole('button', { name: 'No', exact: true });
  const before = await no.getAttribute('aria-pressed');
  await page.route('**/api/v1/reviews/*/vote', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { code: 'own_review', detail: 'It is yours.' },
    }),
  );
  expectAnswer(409, /\/vote$/);
  await no.click();
  await expect(review.getByRole('alert')).toContainText('It is yours.');
  await expect(no).toHaveAttribute('aria-pressed', before ?? 'false');
});

test('a rejected review says why and is appealed once', async ({ page, request, signUp, openAs }) => {
  test.slow();
  const app = await freeApp(request, 5);
  await signUp();
  const { id } = await publish(page, app, words(app.name));
  const [other, desk] = [await openAs('new person'), await openAs('moderator')];
  await ask(other.request, 'POST', `/reviews/${id}/reports`, { reason: 'illegal', note: '' });
  await ask(desk.request, 'POST', `/moderation/reviews/${id}/claim`);
  await ask(desk.request, 'POST', `/moderation/reviews/${id}/decision`, {
    decision: 'reject',
    ruleId: 'R6',
    note: 'It names a neighbour.',
  });

  await page.goto(`/apps/${app.slug}#reviews`);
  const own = ownOf(page);
  await expect(own.getByText('Not published', { exact: true })).toBeVisible();
  await expect(own.getByText('Why: Privacy')).toBeVisible();
  await expect(own.getByText('It names a neighbour.')).toBeVisible();
  await expect(own.getByText(/^Decided by a moderator/)).toBeVisible();
  await expectNoAxeViolations(page);
  await own.getByRole('button', { name: 'Appeal' }).click();
  const appeal = page.getByRole('dialog', { name: 'Appeal' });
  await appeal.getByRole('button', { name: 'Send appeal' }).click();
  await expect(appeal.getByText('Say it in a few words.')).toBeVisible();
  await appeal.getByRole('textbox').fill('The neighbour is my cat.');
  const sent: string[] = [];
  page.on('request', (one) => {
    if (one.url().endsWith('/appeal')) sent.push(one.method());
  });
  await appeal.getByRole('button', { name: 'Send appeal' }).dblclick();
  await expect(own.getByText('Appealed', { exact: true })).toBeVisible();
  await expect(own.getByText('The neighbour is my cat.')).toBeVisible();
  await expect(own.getByRole('button', { name: 'Appeal' })).toHaveCount(0);
  expect(sent).toEqual(['POST']);
});

test('an app is reviewed from the library', async ({ page, request, signUp }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const app = await freeApp(request, 6);
  await signUp();
  await obtain(page, app);
  await page.goto('/library');
  const row = page.getByRole('list', { name: 'Your apps' }).getByRole('listitem');
  await row.getByRole('button', { name: `Write a review of ${app.name}` }).click();
  const sheet = page.getByRole('dialog', { name: 'Write a review' });
  await expect(sheet.getByRole('radio', { name: /^1 star/ })).toBeFocused();
  await page.keyboard.press('Space');
  await sheet.getByRole('button', { name: 'Send review' }).click();
  await expect(row.getByRole('button', { name: `Edit your review of ${app.name}` })).toBeFocused();
  await expect(row.getByRole('status')).toContainText('1 star');
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await page.reload();
  await row.getByRole('button', { name: `Edit your review of ${app.name}` }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: /^1 star/ })).toBeChecked();
});

test('the ratings have ranges, and a row of stars filters the reviews in place', async ({ page, request }) => {
  const { items } = (await (await request.get('/api/v1/apps?country=US&limit=1')).json()) as { items: AppCard[] };
  await page.goto(`/apps/${items[0]?.slug}`);
  await expect(page.getByText(/^[\d,]+ of [\d,]+ reviews? counted$/)).toBeVisible();
  const ranges = page.getByRole('group', { name: 'Ratings of' });
  await ranges.getByRole('radio', { name: 'All time' }).focus();
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/ratings?range=30d') && answer.ok());
  await page.keyboard.press('ArrowRight');
  await expect(ranges.getByRole('radio', { name: 'Last 30 days' })).toBeChecked();
  await asked;
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: /^5 stars: .*Show only these reviews$/ }).click();
  const clear = page.getByRole('button', { name: /^5 stars only/ });
  await expect(clear).toBeVisible();
  const list = page.getByRole('list', { name: 'Reviews' });
  await expect(list.getByRole('article').first()).toBeVisible();
  const stars = list.getByRole('img', { name: /out of 5 stars$/ });
  await expect
    .poll(async () => new Set(await stars.evaluateAll((all) => all.map((one) => one.ariaLabel))))
    .toEqual(new Set(['5 out of 5 stars']));
  await clear.click();
  await expect(clear).toHaveCount(0);
});
