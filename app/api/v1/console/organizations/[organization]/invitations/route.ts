import { inviteMember } from '@/lib/accounts/organizations/invite-member';
import { route } from '@/lib/http/route';

export const POST = route('POST /console/organizations/{organization}/invitations', async ({ ctx, params, body }) => ({
  status: 201,
  body: await inviteMember(ctx, params.organization, body),
}));
