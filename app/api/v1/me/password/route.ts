import { changePassword } from '@/lib/accounts/change-password';
import { route } from '@/lib/http/route';

export const PUT = route('PUT /me/password', async ({ ctx, body }) => {
  await changePassword(ctx, body);
  return { status: 204, body: null };
});
