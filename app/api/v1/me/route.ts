import { eraseMe } from '@/lib/accounts/erase-me';
import { getMe } from '@/lib/accounts/queries';
import { updateMe } from '@/lib/accounts/update-me';
import { expiredSessionCookie } from '@/lib/auth/cookies';
import { route } from '@/lib/http/route';

export const GET = route('GET /me', async ({ ctx }) => ({ status: 200, body: await getMe(ctx) }));

export const PATCH = route('PATCH /me', async ({ ctx, body }) => ({ status: 200, body: await updateMe(ctx, body) }));

export const DELETE = route('DELETE /me', async ({ ctx, body }) => {
  await eraseMe(ctx, body);
  return { status: 204, body: null, headers: { 'Set-Cookie': expiredSessionCookie() } };
});
