import { route } from '@/lib/http/route';
import { setUpPaymentMethod } from '@/lib/purchases/set-up-payment-method';

export const POST = route('POST /me/payment-methods/setup', async ({ ctx }) => ({
  status: 200,
  body: await setUpPaymentMethod(ctx),
}));
