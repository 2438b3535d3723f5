import { setCollectionPicture } from '@/lib/catalog/collection-art';
import { versionWanted } from '@/lib/http/if-match';
import { readBytes, route } from '@/lib/http/route';

export const PUT = route('PUT /ops/collections/{id}/art', async ({ ctx, params, request }) => ({
  status: 200,
  body: await setCollectionPicture(ctx, {
    id: params.id,
    version: versionWanted(request),
    bytes: await readBytes(request),
  }),
}));
