import { route } from '@/lib/http/route';
import { undoDecisions } from '@/lib/moderation/reviews/undo-decision';

export const POST = route('POST /moderation/reviews/decisions/{id}/undo', async ({ ctx, params }) => ({
  status: 200,
  body: await undoDecisions(ctx, params.id),
}));
