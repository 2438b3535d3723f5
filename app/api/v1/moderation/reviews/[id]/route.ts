import { route } from '@/lib/http/route';
import { getReviewCase } from '@/lib/moderation/reviews/review-case';

export const GET = route('GET /moderation/reviews/{id}', async ({ ctx, params }) => ({
  status: 200,
  body: await getReviewCase(ctx, params.id),
}));
