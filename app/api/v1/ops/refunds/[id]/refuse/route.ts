import { route } from '@/lib/http/route';
import { refuseRefund } from '@/lib/purchases/refunds/decide-refund';

export const POST = route('POST /ops/refunds/{id}/refuse', async ({ ctx, params, body }) => ({
  status: 200,
  body: await refuseRefund(ctx, { id: params.id, note: body.note }),
}));
