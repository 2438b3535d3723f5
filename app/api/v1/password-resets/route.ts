import { requestPasswordReset } from '@/lib/accounts/request-password-reset';
import { clientAddress } from '@/lib/http/client';
import { route } from '@/lib/http/route';

export const POST = route('POST /password-resets', async ({ ctx, body, request }) => {
  await requestPasswordReset(ctx, { email: body.email, address: clientAddress(request.headers) });
  return { status: 202, body: null };
});
