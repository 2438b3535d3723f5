import { contentDisposition } from '@/lib/downloads/conditions';
import { route } from '@/lib/http/route';
import { openBuild } from '@/lib/moderation/open-build';
import { requestScope } from '@/lib/request-scope';

export const GET = route('GET /moderation/submissions/{id}/build', async ({ ctx, params }) => {
  const { fileName, sizeBytes, body } = await openBuild(ctx, params.id);
  const scope = requestScope();
  if (scope) scope.contentLength = sizeBytes;
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(sizeBytes),
    'Content-Disposition': contentDisposition(fileName),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store, no-transform',
  };
  return new Response(body, { headers });
});
