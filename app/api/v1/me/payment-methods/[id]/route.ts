import { route } from '@/lib/http/route';
import { removePaymentMethod } from '@/lib/purchases/remove-payment-method';

export const DELETE = route('DELETE /me/payment-methods/{id}', async ({ ctx, params }) => {
  await removePaymentMethod(ctx, params.id);
  return { status: 204, body: null };
});
