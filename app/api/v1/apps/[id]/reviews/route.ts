import { requireListedAppId } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';
import { listReviews } from '@/lib/reviews/queries';

export const GET = route('GET /apps/{id}/reviews', async ({ ctx, params, query }) => ({
  status: 200,
  body: await listReviews(ctx, await requireListedAppId(ctx, params.id), query),
}));
