import { route } from '@/lib/http/route';
import { appealVersion } from '@/lib/moderation/appeal-version';

export const POST = route('POST /console/apps/{id}/versions/{version}/appeal', async ({ ctx, params, body }) => ({
  status: 200,
  body: await appealVersion(ctx, params, body),
}));
