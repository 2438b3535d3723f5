import { route } from '@/lib/http/route';
import { listAppeals } from '@/lib/moderation/list-appeals';

export const GET = route('GET /moderation/appeals', async ({ ctx, query }) => ({
  status: 200,
  body: await listAppeals(ctx, query),
}));
