import { countryOf } from '@/lib/catalog/country-of';
import { requireKnownCategories } from '@/lib/catalog/known-filters';
import { listHotApps } from '@/lib/catalog/hot-apps';
import { route } from '@/lib/http/route';

export const GET = route('GET /apps', async ({ ctx, query }) => {
  const body = await listHotApps(ctx, { ...query, country: await countryOf(ctx, query.country) });
  if (body.items.length === 0) await requireKnownCategories(ctx, query);
  return { status: 200, body };
});
