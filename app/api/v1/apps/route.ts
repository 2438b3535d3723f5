import { countryOf } from '@/lib/catalog/country-of';
import { listHotApps } from '@/lib/catalog/hot-apps';
import { route } from '@/lib/http/route';

export const GET = route('GET /apps', async ({ ctx, query }) => ({
  status: 200,
  body: await listHotApps(ctx, { ...query, country: await countryOf(ctx, query.country) }),
}));
