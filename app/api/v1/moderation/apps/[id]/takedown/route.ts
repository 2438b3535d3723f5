import { route } from '@/lib/http/route';
import { restoreApp, takeDownApp } from '@/lib/moderation/take-down-app';

export const PUT = route('PUT /moderation/apps/{id}/takedown', async ({ ctx, params, body }) => {
  await takeDownApp(ctx, params.id, body);
  return { status: 204, body: null };
});

export const DELETE = route('DELETE /moderation/apps/{id}/takedown', async ({ ctx, params }) => {
  await restoreApp(ctx, params.id);
  return { status: 204, body: null };
});
