import { route } from '@/lib/http/route';
import { decideSubmission } from '@/lib/moderation/decide-submission';

export const POST = route('POST /moderation/submissions/{id}/decision', async ({ ctx, params, body }) => ({
  status: 200,
  body: await decideSubmission(ctx, params.id, body),
}));
