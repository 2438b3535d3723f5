import { route } from '@/lib/http/route';
import { createApp } from '@/lib/publishing/create-app';
import { listConsoleApps } from '@/lib/publishing/queries';

export const GET = route('GET /console/apps', async ({ ctx, query }) => ({
  status: 200,
  body: await listConsoleApps(ctx, query),
}));

export const POST = route('POST /console/apps', async ({ ctx, body }) => {
  const app = await createApp(ctx, body);
  return { status: 201, body: app, headers: { Location: `/api/v1/console/apps/${app.id}` } };
});
