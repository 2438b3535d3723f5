import { route } from '@/lib/http/route';
import { deleteVersion } from '@/lib/publishing/delete-version';
import { updateVersion } from '@/lib/publishing/update-version';
import { getConsoleVersion } from '@/lib/publishing/versions';

export const GET = route('GET /console/apps/{id}/versions/{version}', async ({ ctx, params }) => ({
  status: 200,
  body: await getConsoleVersion(ctx, params),
}));

export const PATCH = route('PATCH /console/apps/{id}/versions/{version}', async ({ ctx, params, body }) => ({
  status: 200,
  body: await updateVersion(ctx, params, body),
}));

export const DELETE = route('DELETE /console/apps/{id}/versions/{version}', async ({ ctx, params }) => {
  await deleteVersion(ctx, params);
  return { status: 204, body: null };
});
