import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { makeApp, makeOrganization, unlike } from './publishers';

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Developer console' });

/** A button that stays, cannot be used and says why to whoever presses it. */
async function expectRefused(page: Page, name: string | RegExp, why: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(why);
  await button.click({ force: true });
  await expect(page.getByText(why).first()).toBeVisible();
}

test('a person joins by a link, may do what their role allows, and the last owner stays', async ({
  page,
  signUp,
  openAs,
}) => {
  const owner = await signUp();
  const organization = await makeOrganization(page.request, unlike('Cider Press'));
  const app = await makeApp(page.request, organization.slug);
  await page.goto(`/console/${organization.slug}`);
  await navigation(page).getByRole('link', { name: 'Members' }).click();
  const members = page.getByRole('list', { name: 'Members' });
  const me = members.getByRole('listitem').filter({ hasText: owner.email });
  const [role, leave] = [
    me.getByRole('combobox', { name: `Role of ${owner.name}` }),
    me.getByRole('button', { name: `Leave ${organization.name}` }),
  ];
  await expect(role).toBeDisabled();
  await expect(leave).toBeDisabled();
  await expect(me.getByText('The last owner stays owner. Make somebody else an owner first.')).toBeVisible();

  await page.getByRole('radio', { name: /^Viewer/ }).check();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByRole('textbox', { name: /^The link, shown only this once/ }).inputValue();
  await expect(page.getByText('Whoever has the link')).toBeVisible();
  await expectNoAxeViolations(page);

  // Somebody who has no account comes back to the invitation once they have one.
  const guest = await openAs('visitor');
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1, name: organization.name })).toBeVisible();
  await guest.getByRole('link', { name: 'Create an account' }).click();
  await guest.getByLabel('Name').fill('Gala Fuji');
  await guest.getByLabel('E-mail').fill(`gala-${crypto.randomUUID()}@example.com`);
  await guest.getByLabel('Password').fill('seven pips in a core');
  await guest.getByRole('button', { name: 'Create account' }).click();
  await guest.getByRole('button', { name: `Join ${organization.name}` }).click();
  await guest.waitForURL(`**/console/${organization.slug}`);
  await expectRefused(guest, 'New app', 'This needs the role admin.');
  await guest.getByRole('link', { name: app.name }).click();
  await expectRefused(guest, 'New version', 'This needs the role admin.');
  await expectRefused(guest, 'Transfer…', 'This needs the role owner.');
  await guest.goto(`/console/apps/${app.id}/listing`);
  await expect(guest.getByText('This needs the role marketer.')).toBeVisible();
  await expect(guest.getByLabel('Subtitle')).toBeDisabled();

  await page.reload();
  await expect(page.getByText('Whoever has the link')).toHaveCount(0);
  const gala = members.getByRole('combobox', { name: 'Role of Gala Fuji' });
  await gala.selectOption({ label: 'Marketer' });
  await expect(page.getByText('Gala Fuji is marketer now.')).toBeVisible();
  await guest.reload();
  await guest.getByLabel('Subtitle').fill('Pressed with care');
  await guest.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(guest.getByText('Saved', { exact: true })).toBeVisible();
  await navigation(guest).getByRole('link', { name: 'API keys' }).click();
  await expect(guest.getByText('This needs the role admin.')).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Make a key' })).toHaveCount(0);

  const late = await openAs('visitor');
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation no longer works' })).toBeVisible();

  // With another owner, the first may go.
  await gala.selectOption({ label: 'Owner' });
  await expect(page.getByText('Gala Fuji is owner now.')).toBeVisible();
  await expect(role).toBeEnabled();
  await leave.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Publish your first app' })).toBeVisible();
});

test('a key is shown once, works until it is revoked, and an empty organisation can be deleted', async ({
  page,
  request,
  signUp,
}) => {
  await signUp();
  const { slug, name } = await makeOrganization(page.request, unlike('Core & Pips'));
  await page.goto(`/console/${slug}/keys`);
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByText('Give it a name that says where it is used.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Build server');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const shown = page.getByRole('textbox', { name: 'The key “Build server”' });
  await expect(shown).toHaveValue(/^pk_/);
  const headers = { Authorization: `Bearer ${await shown.inputValue()}` };
  const use = async () => (await request.get(`/api/v1/console/organizations/${slug}`, { headers })).status();
  const keys = page.getByRole('list', { name: 'Keys that work' });
  await expect(keys).toContainText('never used');
  expect(await use()).toBe(200);
  await page.reload();
  await expect(keys).toContainText('last used');
  await expect(shown).toHaveCount(0);
  expect(await page.content()).not.toContain(headers.Authorization.slice(-20));

  await page.getByRole('button', { name: 'Revoke Build server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No key works yet')).toBeVisible();
  expect(await use()).toBe(401);
  await page.getByText('Revoked keys (1)').click();
  await expect(page.getByRole('list', { name: 'Revoked keys' })).toContainText('Build server');

  await navigation(page).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: `Delete ${name}…` }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` });
  await dialog.getByRole('button', { name: 'Delete it for good' }).click();
  await expect(dialog.getByText(`This is not ${slug}.`)).toBeVisible();
  await dialog.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await dialog.getByRole('button', { name: 'Delete it for good' }).click();
  await expect(page.getByRole('heading', { name: 'Publish your first app' })).toBeVisible();
  expect((await page.request.get(`/console/${slug}`)).status()).toBe(404);
});

test('an organisation with apps in the store is not deleted, and the page says why', async ({ page, signIn }) => {
  await signIn('developer');
  await page.goto('/console');
  await navigation(page).getByRole('link', { name: 'Settings' }).click();
  const button = page.getByRole('button', { name: /^Delete / });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/^\d+ apps of it in the store\. Transfer or take off sale first\.$/);
});
