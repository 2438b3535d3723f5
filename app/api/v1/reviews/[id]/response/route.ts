import { route } from '@/lib/http/route';
import { deleteResponse, respondToReview } from '@/lib/reviews/respond-to-review';

export const PUT = route('PUT /reviews/{id}/response', async ({ ctx, params, body }) => ({
  status: 200,
  body: await respondToReview(ctx, params.id, body),
}));

export const DELETE = route('DELETE /reviews/{id}/response', async ({ ctx, params }) => {
  await deleteResponse(ctx, params.id);
  return { status: 204, body: null };
});
