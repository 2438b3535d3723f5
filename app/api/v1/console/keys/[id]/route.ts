import { revokeKey } from '@/lib/accounts/organizations/revoke-key';
import { route } from '@/lib/http/route';

export const DELETE = route('DELETE /console/keys/{id}', async ({ ctx, params }) => {
  await revokeKey(ctx, params.id);
  return { status: 204, body: null };
});
