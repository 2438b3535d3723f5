import { route } from '@/lib/http/route';
import { listReviewQueue } from '@/lib/moderation/reviews/list-queue';

export const GET = route('GET /moderation/reviews', async ({ ctx, query }) => ({
  status: 200,
  body: await listReviewQueue(ctx, query),
}));
