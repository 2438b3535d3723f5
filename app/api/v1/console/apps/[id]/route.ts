import { route } from '@/lib/http/route';
import { deleteApp } from '@/lib/publishing/delete-app';
import { getConsoleApp } from '@/lib/publishing/queries';
import { updateApp } from '@/lib/publishing/update-app';

export const GET = route('GET /console/apps/{id}', async ({ ctx, params }) => ({
  status: 200,
  body: await getConsoleApp(ctx, params.id),
}));

export const PATCH = route('PATCH /console/apps/{id}', async ({ ctx, params, body }) => ({
  status: 200,
  body: await updateApp(ctx, params.id, body),
}));

export const DELETE = route('DELETE /console/apps/{id}', async ({ ctx, params }) => {
  await deleteApp(ctx, params.id);
  return { status: 204, body: null };
});
