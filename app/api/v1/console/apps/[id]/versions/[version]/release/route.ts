import { route } from '@/lib/http/route';
import { releaseVersion } from '@/lib/publishing/release-version';

export const POST = route('POST /console/apps/{id}/versions/{version}/release', async ({ ctx, params }) => ({
  status: 200,
  body: await releaseVersion(ctx, params),
}));
