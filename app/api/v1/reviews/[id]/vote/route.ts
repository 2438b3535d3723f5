import { route } from '@/lib/http/route';
import { deleteVote, voteReview } from '@/lib/reviews/vote-review';

export const PUT = route('PUT /reviews/{id}/vote', async ({ ctx, params, body }) => ({
  status: 200,
  body: await voteReview(ctx, params.id, body),
}));

export const DELETE = route('DELETE /reviews/{id}/vote', async ({ ctx, params }) => {
  await deleteVote(ctx, params.id);
  return { status: 204, body: null };
});
