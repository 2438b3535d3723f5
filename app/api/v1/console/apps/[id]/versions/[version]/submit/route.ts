import { route } from '@/lib/http/route';
import { submitVersion } from '@/lib/publishing/submit-version';

export const POST = route('POST /console/apps/{id}/versions/{version}/submit', async ({ ctx, params, body }) => ({
  status: 200,
  body: await submitVersion(ctx, params, body),
}));
