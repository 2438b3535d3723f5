import { route } from '@/lib/http/route';
import { decideReviews } from '@/lib/moderation/reviews/decide-review';

export const POST = route('POST /moderation/reviews/decisions', async ({ ctx, body }) => ({
  status: 200,
  body: await decideReviews(ctx, body),
}));
