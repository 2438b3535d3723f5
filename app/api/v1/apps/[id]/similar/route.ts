import { countryOf } from '@/lib/catalog/country-of';
import { requireListedAppId } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';
import { listRelated } from '@/lib/search/similar';

export const GET = route('GET /apps/{id}/similar', async ({ ctx, params, query }) => ({
  status: 200,
  body: await listRelated(ctx, await requireListedAppId(ctx, params.id), await countryOf(ctx, query.country)),
}));
