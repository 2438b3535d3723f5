import { route } from '@/lib/http/route';
import { cancelUpload } from '@/lib/publishing/builds/cancel-upload';
import { getUpload } from '@/lib/publishing/builds/queries';
import { receiveChunk } from '@/lib/publishing/builds/receive-chunk';

export const GET = route('GET /console/apps/{id}/versions/{version}/uploads/{upload}', async ({ ctx, params }) => ({
  status: 200,
  body: await getUpload(ctx, params),
}));

export const PUT = route(
  'PUT /console/apps/{id}/versions/{version}/uploads/{upload}',
  async ({ ctx, params, request: { headers, body } }) => ({
    status: 200,
    body: await receiveChunk(ctx, params, {
      contentRange: headers.get('content-range'),
      contentLength: headers.get('content-length'),
      body,
    }),
  }),
);

export const DELETE = route(
  'DELETE /console/apps/{id}/versions/{version}/uploads/{upload}',
  async ({ ctx, params }) => {
    await cancelUpload(ctx, params);
    return { status: 204, body: null };
  },
);
