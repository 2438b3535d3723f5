import { countryOf } from '@/lib/catalog/country-of';
import { listHotSimilar } from '@/lib/catalog/hot-apps';
import { requireListedAppId } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /apps/{id}/similar', async ({ ctx, params, query }) => ({
  status: 200,
  body: {
    items: await listHotSimilar(ctx, await requireListedAppId(ctx, params.id), await countryOf(ctx, query.country)),
  },
}));
