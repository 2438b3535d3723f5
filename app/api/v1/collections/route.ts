import { countryOf } from '@/lib/catalog/country-of';
import { listCollections } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /collections', async ({ ctx, query }) => ({
  status: 200,
  body: { items: await listCollections(ctx, await countryOf(ctx, query.country)) },
}));
