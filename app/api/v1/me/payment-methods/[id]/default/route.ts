import { route } from '@/lib/http/route';
import { chooseDefaultPaymentMethod } from '@/lib/purchases/choose-default-payment-method';

export const PUT = route('PUT /me/payment-methods/{id}/default', async ({ ctx, params }) => ({
  status: 200,
  body: await chooseDefaultPaymentMethod(ctx, params.id),
}));
