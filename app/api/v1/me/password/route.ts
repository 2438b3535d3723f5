import { changePassword } from '@/lib/accounts/change-password';
import { requireUser } from '@/lib/context';
import { takeFromLimit } from '@/lib/http/rate-limit';
import { route } from '@/lib/http/route';

export const PUT = route('PUT /me/password', async ({ ctx, body }) => {
  await takeFromLimit(ctx, 'signInAccount', requireUser(ctx).userId);
  await changePassword(ctx, body);
  return { status: 204, body: null };
});
