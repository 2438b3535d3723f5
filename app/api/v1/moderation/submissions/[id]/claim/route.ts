import { route } from '@/lib/http/route';
import { claimSubmission } from '@/lib/moderation/claim-submission';
import { giveBackSubmission } from '@/lib/moderation/give-back-submission';

export const POST = route('POST /moderation/submissions/{id}/claim', async ({ ctx, params }) => ({
  status: 200,
  body: await claimSubmission(ctx, params.id),
}));

export const DELETE = route('DELETE /moderation/submissions/{id}/claim', async ({ ctx, params }) => {
  await giveBackSubmission(ctx, params.id);
  return { status: 204, body: null };
});
