import { requirePasswordLink } from '@/lib/accounts/one-time-links';
import { setPassword } from '@/lib/accounts/set-password';
import { route } from '@/lib/http/route';

export const GET = route('GET /set-password/{token}', async ({ ctx, params }) => ({
  status: 200,
  body: await requirePasswordLink(ctx, params.token),
}));

export const PUT = route('PUT /set-password/{token}', async ({ ctx, params, body }) => {
  await setPassword(ctx, { token: params.token, newPassword: body.newPassword });
  return { status: 204, body: null };
});
