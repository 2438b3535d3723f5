import { listVersions, requireListedAppId } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /apps/{id}/versions', async ({ ctx, params, query }) => ({
  status: 200,
  body: await listVersions(ctx, await requireListedAppId(ctx, params.id), query),
}));
