import { listInvitations } from '@/lib/accounts/invitations';
import { invitePerson } from '@/lib/accounts/invite-person';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/invitations', async ({ ctx, query }) => ({
  status: 200,
  body: await listInvitations(ctx, query),
}));

export const POST = route('POST /ops/invitations', async ({ ctx, body }) => ({
  status: 201,
  body: await invitePerson(ctx, body),
}));
