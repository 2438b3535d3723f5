import { route } from '@/lib/http/route';
import { listReviewStandings } from '@/lib/reviews/standings';

export const GET = route('GET /me/reviews', async ({ ctx, query }) => ({
  status: 200,
  body: await listReviewStandings(ctx, query.apps),
}));
