import { listSessions } from '@/lib/accounts/queries';
import { revokeSessions } from '@/lib/accounts/revoke-sessions';
import { expiredSessionCookie } from '@/lib/auth/cookies';
import { route } from '@/lib/http/route';

export const GET = route('GET /me/sessions', async ({ ctx }) => ({
  status: 200,
  body: { items: await listSessions(ctx) },
}));

export const DELETE = route('DELETE /me/sessions', async ({ ctx }) => {
  await revokeSessions(ctx);
  return { status: 204, body: null, headers: { 'Set-Cookie': expiredSessionCookie() } };
});
