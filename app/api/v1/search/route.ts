import { countryOf } from '@/lib/catalog/country-of';
import { route } from '@/lib/http/route';
import { searchApps } from '@/lib/search/search-apps';

export const GET = route('GET /search', async ({ ctx, query }) => ({
  status: 200,
  body: await searchApps(ctx, { ...query, country: await countryOf(ctx, query.country) }),
}));
