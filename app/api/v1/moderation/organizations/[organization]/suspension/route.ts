import { route } from '@/lib/http/route';
import { liftSuspension, suspendOrganization } from '@/lib/moderation/suspend-organization';

export const PUT = route('PUT /moderation/organizations/{organization}/suspension', async ({ ctx, params, body }) => {
  await suspendOrganization(ctx, params.organization, body);
  return { status: 204, body: null };
});

export const DELETE = route('DELETE /moderation/organizations/{organization}/suspension', async ({ ctx, params }) => {
  await liftSuspension(ctx, params.organization);
  return { status: 204, body: null };
});
