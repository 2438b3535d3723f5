import { route } from '@/lib/http/route';
import { addMedia } from '@/lib/publishing/media/add-media';

export const POST = route('POST /console/apps/{id}/media', async ({ ctx, params, query, request }) => ({
  status: 201,
  body: await addMedia(ctx, params.id, { kind: query.kind, body: request.body }),
}));
