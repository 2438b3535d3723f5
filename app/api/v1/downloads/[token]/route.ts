import { openDownload } from '@/lib/downloads/open-download';
import { route } from '@/lib/http/route';
import { requestScope } from '@/lib/request-scope';

const answer = route('GET /downloads/{token}', async ({ ctx, params, request }) => {
  const { status, headers, body } = await openDownload(ctx, params.token, request);
  const scope = requestScope();
  const length = headers['Content-Length'];
  if (scope && length) scope.contentLength = Number(length);
  return new Response(body, { status, headers });
});

export { answer as GET, answer as HEAD };
