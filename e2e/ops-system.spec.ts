import { expect, expectNoAxeViolations, expectNoSidewaysScroll, LOOKS, test } from './fixtures';

for (const { name, use } of LOOKS) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the system’s page fits and has no serious accessibility finding', async ({ page, signIn }) => {
      await signIn('admin');
      await page.goto('/ops/system', { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1, name: 'System' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  });
}

test('an admin sees what the store depends on, its worker and its schedule; the overview is silent then', async ({
  page,
  signIn,
}) => {
  await signIn('admin');
  await page.goto('/ops');
  await page.getByRole('navigation', { name: 'Running the store' }).getByRole('link', { name: 'System' }).click();
  const rows = (region: string) => page.getByRole('region', { name: region }).getByRole('listitem');
  for (const name of ['Database', 'Cache', 'Events', 'Files', 'Mail']) {
    await expect(rows('What the store depends on').filter({ hasText: name }).getByText('Fine')).toBeVisible();
  }
  await expect(rows('Workers').first()).toContainText('Takes events from the queue in Postgres', { ignoreCase: true });
  await expect(rows('Workers').first().getByText('Works', { exact: true })).toBeVisible();
  await expect(rows('Schedule').filter({ hasText: 'accounts.purge' })).toContainText(/Due in \d+ (hour|minute)/);

  await page.goto('/ops');
  await expect(page.getByRole('heading', { level: 1, name: 'Running the store' })).toBeVisible();
  await expect(page.getByText('Something is wrong')).toHaveCount(0);
});

test('an admin runs a job now, and reads what it did', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/system');
  const job = page.getByRole('listitem').filter({ hasText: 'events.purge' });
  await job.getByRole('button', { name: 'Run now: events.purge' }).click();
  await expect(job).toContainText(/Last ran just now: \d+ marks of handled events and \d+ figures deleted/);
  await expect(job.getByRole('status')).toHaveText(/^Done: \d+ marks/);
  await expect(job.getByRole('button', { name: 'Run now: events.purge' })).not.toHaveAttribute('aria-disabled');
});

test('how fast a queue goes is said in words', async ({ page, signIn }) => {
  await signIn('admin');
  await page.goto('/ops/queues');
  await expect(page.getByRole('listitem').filter({ hasText: 'app.reported' })).toContainText(/\d a minute/);
});

test('for a shopper there is no such page', async ({ page, signIn, expectAnswer }) => {
  await signIn('shopper');
  expectAnswer(404, /./);
  expect((await page.goto('/ops/system'))?.status()).toBe(404);
});
