import { route } from '@/lib/http/route';
import { appealReview } from '@/lib/moderation/appeal-review';

export const POST = route('POST /reviews/{id}/appeal', async ({ ctx, params, body }) => ({
  status: 200,
  body: { review: await appealReview(ctx, params.id, body) },
}));
