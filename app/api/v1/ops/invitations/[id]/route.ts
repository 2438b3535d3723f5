import { revokeInvitation } from '@/lib/accounts/revoke-invitation';
import { route } from '@/lib/http/route';

export const DELETE = route('DELETE /ops/invitations/{id}', async ({ ctx, params }) => {
  await revokeInvitation(ctx, params.id);
  return { status: 204, body: null };
});
