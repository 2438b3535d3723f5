import { revokeSession } from '@/lib/accounts/revoke-session';
import { route } from '@/lib/http/route';

export const DELETE = route('DELETE /me/sessions/{id}', async ({ ctx, params }) => {
  await revokeSession(ctx, params);
  return { status: 204, body: null };
});
