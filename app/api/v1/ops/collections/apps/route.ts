import { findAppsToCollect } from '@/lib/catalog/collections';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/collections/apps', async ({ ctx, query }) => ({
  status: 200,
  body: { items: await findAppsToCollect(ctx, query.q) },
}));
