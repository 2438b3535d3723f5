import { withdrawInvitation } from '@/lib/accounts/organizations/withdraw-invitation';
import { route } from '@/lib/http/route';

export const DELETE = route(
  'DELETE /console/organizations/{organization}/invitations/{id}',
  async ({ ctx, params }) => {
    await withdrawInvitation(ctx, params.organization, params.id);
    return { status: 204, body: null };
  },
);
