import { route } from '@/lib/http/route';
import { rollBackVersion } from '@/lib/publishing/release-version';

export const POST = route('POST /console/apps/{id}/versions/{version}/rollback', async ({ ctx, params }) => ({
  status: 200,
  body: await rollBackVersion(ctx, params),
}));
