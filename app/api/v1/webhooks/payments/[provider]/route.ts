import { readBytes, route } from '@/lib/http/route';
import { receiveWebhook } from '@/lib/purchases/payment-events';

export const POST = route('POST /webhooks/payments/{provider}', async ({ ctx, params, request }) => {
  const body = (await readBytes(request)).toString('utf8');
  await receiveWebhook(ctx, { provider: params.provider, body, headers: request.headers });
  return { status: 200, body: { received: true } };
});
