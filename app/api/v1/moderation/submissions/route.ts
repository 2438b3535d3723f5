import { route } from '@/lib/http/route';
import { listSubmissions } from '@/lib/moderation/list-submissions';

export const GET = route('GET /moderation/submissions', async ({ ctx, query }) => ({
  status: 200,
  body: await listSubmissions(ctx, query),
}));
