import { route } from '@/lib/http/route';
import { getPrices } from '@/lib/publishing/prices/prices';
import { putPrices } from '@/lib/publishing/prices/put-prices';

export const GET = route('GET /console/apps/{id}/prices', async ({ ctx, params }) => ({
  status: 200,
  body: await getPrices(ctx, params.id),
}));

export const PUT = route('PUT /console/apps/{id}/prices', async ({ ctx, params, body }) => ({
  status: 200,
  body: await putPrices(ctx, params.id, body),
}));
