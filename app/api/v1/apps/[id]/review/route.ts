import { route } from '@/lib/http/route';
import { deleteReview } from '@/lib/reviews/delete-review';
import { requireMyReview } from '@/lib/reviews/my-review';
import { writeReview } from '@/lib/reviews/write-review';

export const GET = route('GET /apps/{id}/review', async ({ ctx, params }) => ({
  status: 200,
  body: { review: await requireMyReview(ctx, params.id) },
}));

export const PUT = route('PUT /apps/{id}/review', async ({ ctx, params, body }) => ({
  status: 202,
  body: { review: await writeReview(ctx, params.id, body) },
}));

export const DELETE = route('DELETE /apps/{id}/review', async ({ ctx, params }) => {
  await deleteReview(ctx, params.id);
  return { status: 204, body: null };
});
