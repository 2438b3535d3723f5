import { route } from '@/lib/http/route';
import { listReports } from '@/lib/moderation/list-reports';

export const GET = route('GET /moderation/reports', async ({ ctx, query }) => ({
  status: 200,
  body: await listReports(ctx, query),
}));
