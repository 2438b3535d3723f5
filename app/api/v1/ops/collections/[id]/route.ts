import { requireCollection } from '@/lib/catalog/collections';
import { deleteCollection } from '@/lib/catalog/delete-collection';
import { updateCollection } from '@/lib/catalog/update-collection';
import { versionWanted } from '@/lib/http/if-match';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/collections/{id}', async ({ ctx, params }) => ({
  status: 200,
  body: await requireCollection(ctx, params.id),
}));

export const PATCH = route('PATCH /ops/collections/{id}', async ({ ctx, params, body, request }) => ({
  status: 200,
  body: await updateCollection(ctx, { id: params.id, version: versionWanted(request), changes: body }),
}));

export const DELETE = route('DELETE /ops/collections/{id}', async ({ ctx, params, request }) => {
  await deleteCollection(ctx, { id: params.id, version: versionWanted(request) });
  return { status: 204, body: null };
});
