import { requestDownload } from '@/lib/downloads/request-download';
import { route } from '@/lib/http/route';

export const POST = route('POST /apps/{id}/downloads', async ({ ctx, params, body }) => ({
  status: 201,
  body: await requestDownload(ctx, params.id, body),
}));
