import { route } from '@/lib/http/route';
import { claimReview, giveBackReview } from '@/lib/moderation/reviews/claim-review';

export const POST = route('POST /moderation/reviews/{id}/claim', async ({ ctx, params }) => ({
  status: 200,
  body: await claimReview(ctx, params.id),
}));

export const DELETE = route('DELETE /moderation/reviews/{id}/claim', async ({ ctx, params }) => {
  await giveBackReview(ctx, params.id);
  return { status: 204, body: null };
});
