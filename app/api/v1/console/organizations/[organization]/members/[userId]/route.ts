import { removeMember } from '@/lib/accounts/organizations/remove-member';
import { updateMember } from '@/lib/accounts/organizations/update-member';
import { route } from '@/lib/http/route';

export const PATCH = route(
  'PATCH /console/organizations/{organization}/members/{userId}',
  async ({ ctx, params, body }) => ({
    status: 200,
    body: await updateMember(ctx, params.organization, { userId: params.userId, role: body.role }),
  }),
);

export const DELETE = route(
  'DELETE /console/organizations/{organization}/members/{userId}',
  async ({ ctx, params }) => {
    await removeMember(ctx, params.organization, params.userId);
    return { status: 204, body: null };
  },
);
