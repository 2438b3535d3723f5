import { countryOf } from '@/lib/catalog/country-of';
import { listHotCollections } from '@/lib/catalog/hot-apps';
import { route } from '@/lib/http/route';

export const GET = route('GET /collections', async ({ ctx, query }) => ({
  status: 200,
  body: { items: await listHotCollections(ctx, await countryOf(ctx, query.country)) },
}));
