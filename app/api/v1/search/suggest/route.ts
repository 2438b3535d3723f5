import { countryOf } from '@/lib/catalog/country-of';
import { route } from '@/lib/http/route';
import { suggest } from '@/lib/search/suggest';

export const GET = route('GET /search/suggest', async ({ ctx, query }) => ({
  status: 200,
  body: await suggest(ctx, query.q, await countryOf(ctx, query.country)),
}));
