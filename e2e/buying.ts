import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import { formatMoney } from '@/lib/money';
import type { PurchaseListItem } from '@/lib/purchases/schema';
import { expect } from './fixtures';

export async function popular(request: APIRequestContext, at = 0): Promise<AppCard> {
  const answer = await request.get('/api/v1/apps?price=paid&country=US&limit=50');
  const { items } = (await answer.json()) as { items: AppCard[] };
  const app = items.filter((item) => item.price?.kind === 'one_time')[at];
  if (!app) throw new Error('the demo store has too few paid apps');
  return app;
}

export const costOf = ({ price }: AppCard) => formatMoney(price ?? { amountMinor: 0, currency: 'USD' });
export const pill = (page: Page, verb: 'Buy' | 'Download' | 'Pending', { name }: AppCard) =>
  page
    .getByRole('button', { name: verb === 'Pending' ? `Pending: the payment for ${name}` : `${verb} ${name}` })
    .first();
export const dialogOf = (page: Page) => page.getByRole('dialog');
export const confirm = (page: Page) => dialogOf(page).getByRole('button', { name: /^Buy for / });
export const owned = (page: Page) => dialogOf(page).getByText('It is yours');

export async function open(page: Page, app: AppCard): Promise<Locator> {
  await page.goto(`/apps/${app.slug}`);
  await pill(page, 'Buy', app).click();
  await expect(dialogOf(page).getByRole('radio')).not.toHaveCount(0);
  return dialogOf(page);
}

export async function addCard(page: Page, token: string): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Add a test card' }).click();
  await dialog.getByRole('combobox', { name: 'Test card' }).selectOption(token);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  // The form is gone once the new card is the chosen one.
  await expect(dialog.getByRole('button', { name: 'Add a test card' })).toBeVisible();
}

/** What became of every try to buy the app: `completed` or `pending`, and the reasons of those that failed. */
export async function triesOf({ request }: Page, app: AppCard): Promise<(string | null)[]> {
  const [all, failed] = await Promise.all(
    ['', '&status=failed'].map(async (status) => {
      const answer = await request.get(`/api/v1/purchases?limit=100${status}`);
      const { items } = (await answer.json()) as { items: PurchaseListItem[] };
      return items.filter(({ appId }) => appId === app.id);
    }),
  );
  return [...(all ?? []).map(({ status }) => status), ...(failed ?? []).map(({ declineCode }) => declineCode)];
}

/** The keys of the requests to buy that a page sends. */
export function keysOf(page: Page): (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  page.on('request', (sent) => {
    if (sent.method() === 'POST' && sent.url().endsWith('/api/v1/purchases')) {
      keys.push(sent.headers()['idempotency-key']);
    }
  });
  return keys;
}
