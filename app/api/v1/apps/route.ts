import { countryOf } from '@/lib/catalog/country-of';
import { listApps } from '@/lib/catalog/list-apps';
import { route } from '@/lib/http/route';

export const GET = route('GET /apps', async ({ ctx, query }) => ({
  status: 200,
  body: await listApps(ctx, { ...query, country: await countryOf(ctx, query.country) }),
}));
