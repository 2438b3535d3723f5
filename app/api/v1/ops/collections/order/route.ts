import { reorderCollections } from '@/lib/catalog/reorder-collections';
import { versionWanted } from '@/lib/http/if-match';
import { route } from '@/lib/http/route';

export const PUT = route('PUT /ops/collections/order', async ({ ctx, body, request }) => ({
  status: 200,
  body: await reorderCollections(ctx, { ids: body.ids, version: versionWanted(request) }),
}));
