import { requireLink } from '@/lib/accounts/one-time-links';
import { setPassword } from '@/lib/accounts/set-password';
import { route } from '@/lib/http/route';

export const GET = route('GET /password-resets/{token}', async ({ ctx, params }) => {
  const { email, expiresAt } = await requireLink(ctx, 'set_password', params.token);
  return { status: 200, body: { email, expiresAt: expiresAt.toISOString() } };
});

export const PUT = route('PUT /password-resets/{token}', async ({ ctx, params, body }) => {
  await setPassword(ctx, { token: params.token, newPassword: body.newPassword });
  return { status: 204, body: null };
});
