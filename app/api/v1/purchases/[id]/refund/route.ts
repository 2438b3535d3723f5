import { route } from '@/lib/http/route';
import { getRefund } from '@/lib/purchases/refunds/queries';
import { requestRefund } from '@/lib/purchases/refunds/request-refund';

export const GET = route('GET /purchases/{id}/refund', async ({ ctx, params }) => ({
  status: 200,
  body: await getRefund(ctx, params.id),
}));

export const POST = route('POST /purchases/{id}/refund', ({ ctx, params, body }) =>
  requestRefund(ctx, { purchaseId: params.id, reason: body.reason }),
);
