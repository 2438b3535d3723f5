import { requireListedAppId } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';
import { getHotRatings, getRatings } from '@/lib/reviews/ratings';

// Who is signed in may have changed them a moment ago, and looks whether that counts.
export const GET = route('GET /apps/{id}/ratings', async ({ ctx, params, query }) => {
  const read = ctx.actor.kind === 'anonymous' ? getHotRatings : getRatings;
  return { status: 200, body: await read(ctx, await requireListedAppId(ctx, params.id), query.range) };
});
