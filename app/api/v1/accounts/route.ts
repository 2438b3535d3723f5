import { signUp } from '@/lib/accounts/sign-up';
import { clientAddress } from '@/lib/http/client';
import { route } from '@/lib/http/route';

export const POST = route('POST /accounts', async ({ ctx, body, request }) => {
  const me = await signUp(ctx, { ...body, address: clientAddress(request.headers) });
  return me ? { status: 201, body: me } : { status: 202, body: null };
});
