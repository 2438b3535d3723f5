import { countryOf } from '@/lib/catalog/country-of';
import { getHotApp } from '@/lib/catalog/hot-apps';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

export const GET = route('GET /apps/{id}', async ({ ctx, params, query }) => {
  const app = await getHotApp(ctx, params.id, await countryOf(ctx, query.country), query.lang);
  if (!app) throw new AppError('not_found', 'not_found');
  return { status: 200, body: app };
});
