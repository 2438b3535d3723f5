import { route } from '@/lib/http/route';
import { listAudit } from '@/lib/moderation/list-audit';

export const GET = route('GET /moderation/audit', async ({ ctx, query }) => ({
  status: 200,
  body: await listAudit(ctx, query),
}));
