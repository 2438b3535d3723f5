import { route } from '@/lib/http/route';
import { undoDecision } from '@/lib/moderation/reviews/undo-decision';

export const POST = route('POST /moderation/reviews/{id}/undo', async ({ ctx, params }) => ({
  status: 200,
  body: await undoDecision(ctx, params.id),
}));
