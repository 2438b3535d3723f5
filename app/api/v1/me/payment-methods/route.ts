import { route } from '@/lib/http/route';
import { addPaymentMethod } from '@/lib/purchases/add-payment-method';
import { listPaymentMethods } from '@/lib/purchases/payment-methods';

export const GET = route('GET /me/payment-methods', async ({ ctx }) => ({
  status: 200,
  body: await listPaymentMethods(ctx),
}));

export const POST = route('POST /me/payment-methods', async ({ ctx, body }) => ({
  status: 201,
  body: await addPaymentMethod(ctx, body),
}));
