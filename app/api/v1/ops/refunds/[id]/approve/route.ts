import { route } from '@/lib/http/route';
import { approveRefund } from '@/lib/purchases/refunds/decide-refund';

export const POST = route('POST /ops/refunds/{id}/approve', async ({ ctx, params, body }) => ({
  status: 200,
  body: await approveRefund(ctx, { id: params.id, note: body?.note }),
}));
