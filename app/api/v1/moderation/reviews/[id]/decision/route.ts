import { route } from '@/lib/http/route';
import { decideReview } from '@/lib/moderation/reviews/decide-review';

export const POST = route('POST /moderation/reviews/{id}/decision', async ({ ctx, params, body }) => ({
  status: 200,
  body: await decideReview(ctx, params.id, body),
}));
