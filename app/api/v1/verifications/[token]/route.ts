import { verifyEmail } from '@/lib/accounts/verify-email';
import { route } from '@/lib/http/route';

export const POST = route('POST /verifications/{token}', async ({ ctx, params }) => {
  await verifyEmail(ctx, params.token);
  return { status: 204, body: null };
});
