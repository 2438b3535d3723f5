import { acceptInvitation } from '@/lib/accounts/organizations/accept-invitation';
import { getOpenInvitation } from '@/lib/accounts/organizations/invitations';
import { route } from '@/lib/http/route';

export const GET = route('GET /organization-invitations/{token}', async ({ ctx, params }) => ({
  status: 200,
  body: await getOpenInvitation(ctx, params.token),
}));

export const POST = route('POST /organization-invitations/{token}', async ({ ctx, params }) => ({
  status: 200,
  body: await acceptInvitation(ctx, params.token),
}));
