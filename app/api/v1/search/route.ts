import { countryOf } from '@/lib/catalog/country-of';
import { requireKnownCategories } from '@/lib/catalog/known-filters';
import { clientAddress } from '@/lib/http/client';
import { route } from '@/lib/http/route';
import { searchApps } from '@/lib/search/search-apps';

export const GET = route('GET /search', async ({ ctx, query, request }) => {
  const country = await countryOf(ctx, query.country);
  const body = await searchApps(ctx, { ...query, country, address: clientAddress(request.headers) });
  if (body.total === 0) await requireKnownCategories(ctx, query);
  return { status: 200, body };
});
