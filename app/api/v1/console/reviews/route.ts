import { route } from '@/lib/http/route';
import { listConsoleReviews } from '@/lib/reviews/console-reviews';

export const GET = route('GET /console/reviews', async ({ ctx, query }) => ({
  status: 200,
  body: await listConsoleReviews(ctx, query),
}));
