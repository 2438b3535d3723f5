import { route } from '@/lib/http/route';
import { resolveReport } from '@/lib/moderation/resolve-report';

export const POST = route('POST /moderation/reports/{id}/resolution', async ({ ctx, params, body }) => ({
  status: 200,
  body: await resolveReport(ctx, params.id, body),
}));
