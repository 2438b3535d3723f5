import { route } from '@/lib/http/route';
import { createVersion } from '@/lib/publishing/create-version';
import { listConsoleVersions } from '@/lib/publishing/versions';

export const GET = route('GET /console/apps/{id}/versions', async ({ ctx, params }) => ({
  status: 200,
  body: await listConsoleVersions(ctx, params.id),
}));

export const POST = route('POST /console/apps/{id}/versions', async ({ ctx, params, body }) => ({
  status: 201,
  body: await createVersion(ctx, params.id, body),
}));
