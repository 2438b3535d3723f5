import { route } from '@/lib/http/route';
import { listMyVotes } from '@/lib/reviews/my-review';

export const GET = route('GET /me/review-votes', async ({ ctx, query }) => ({
  status: 200,
  body: await listMyVotes(ctx, query.ids),
}));
