import { signUp } from '@/lib/accounts/sign-up';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/client';
import { takeFromLimit } from '@/lib/http/rate-limit';
import { route } from '@/lib/http/route';

export const POST = route('POST /accounts', async ({ ctx, body, request }) => {
  const address = clientAddress(request.headers);
  await takeFromLimit(ctx, 'signUp', address);
  try {
    return { status: 201, body: await signUp(ctx, body) };
  } catch (error) {
    // Who has an account is told a few times only.
    if (error instanceof AppError && error.code === 'email_taken') await takeFromLimit(ctx, 'emailTaken', address);
    throw error;
  }
});
