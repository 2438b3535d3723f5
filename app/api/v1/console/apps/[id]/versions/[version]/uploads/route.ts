import { route } from '@/lib/http/route';
import { createUpload } from '@/lib/publishing/builds/create-upload';

export const POST = route('POST /console/apps/{id}/versions/{version}/uploads', async ({ ctx, params, body }) => {
  const { build, isNew } = await createUpload(ctx, params, body);
  return isNew ? { status: 201, body: build } : { status: 200, body: build };
});
