import { route } from '@/lib/http/route';
import { withdrawVersion } from '@/lib/publishing/withdraw-version';

export const POST = route('POST /console/apps/{id}/versions/{version}/withdraw', async ({ ctx, params }) => ({
  status: 200,
  body: await withdrawVersion(ctx, params),
}));
