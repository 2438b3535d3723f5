import { route } from '@/lib/http/route';
import { listConsoleReviews } from '@/lib/reviews/console-reviews';

export const GET = route('GET /console/apps/{id}/reviews', async ({ ctx, params, query }) => ({
  status: 200,
  body: await listConsoleReviews(ctx, { ...query, app: params.id }),
}));
