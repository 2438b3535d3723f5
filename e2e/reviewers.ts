import type { APIRequestContext, Page } from '@playwright/test';
import type { AppCard } from '@/lib/catalog/schema';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import type { MyReview } from '@/lib/reviews/schema';
import { expect } from './fixtures';
import { ask } from './publishers';

const origin = `http://localhost:${process.env.POMONA_TEST_PORT}`;

/** Free apps, the newest first; negative places count from the end of the page. */
export async function freeApp(request: APIRequestContext, at: number): Promise<AppCard> {
  const answer = await request.get('/api/v1/apps?price=free&country=US&sort=newest&limit=50');
  const { items } = (await answer.json()) as { items: AppCard[] };
  const app = items.filter(({ price }) => price?.kind === 'one_time').at(at);
  if (!app) throw new Error('the demo store has too few free apps');
  return app;
}

export async function obtain({ request }: Page, { id, price }: AppCard): Promise<void> {
  const { amountMinor = 0, currency = 'USD' } = price ?? {};
  const answer = await request.post('/api/v1/purchases', {
    headers: { Origin: origin, 'Idempotency-Key': crypto.randomUUID() },
    data: { appId: id, priceId: price?.id, expected: { amountMinor, currency } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

export const statusOf = async (desk: APIRequestContext, id: string): Promise<ReviewCase['status']> =>
  (await ask<ReviewCase>(desk, 'GET', `/moderation/reviews/${id}`)).status;

type Flagged = { author: Page; reporter: Page; desk: Page; app: AppCard; body: string };

/** A review that waits for a moderator: what the store lets through is reported. */
export async function flagged({ author, reporter, desk, app, body }: Flagged): Promise<string> {
  await obtain(author, app);
  const { review } = await ask<{ review: MyReview }>(author.request, 'PUT', `/apps/${app.id}/review`, {
    rating: 4,
    title: '',
    body,
  });
  await expect(async () => {
    const status = await statusOf(desk.request, review.id);
    if (status === 'approved') {
      const report = { reason: 'illegal', note: 'It tells how to steal apples.' };
      await ask(reporter.request, 'POST', `/reviews/${review.id}/reports`, report);
    }
    expect(status).toBe('manual_review');
  }).toPass({ timeout: 30_000 });
  return review.id;
}
