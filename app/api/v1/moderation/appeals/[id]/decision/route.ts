import { route } from '@/lib/http/route';
import { decideAppeal } from '@/lib/moderation/decide-appeal';

export const POST = route('POST /moderation/appeals/{id}/decision', async ({ ctx, params, body }) => ({
  status: 200,
  body: await decideAppeal(ctx, params.id, body),
}));
