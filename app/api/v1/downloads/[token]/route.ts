import { openDownload } from '@/lib/downloads/open-download';
import { route } from '@/lib/http/route';

const answer = route('GET /downloads/{token}', async ({ ctx, params, request }) => {
  const { status, headers, body } = await openDownload(ctx, params.token, request);
  return new Response(body, { status, headers });
});

export { answer as GET, answer as HEAD };
