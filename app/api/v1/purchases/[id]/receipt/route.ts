import { route } from '@/lib/http/route';
import { getReceipt } from '@/lib/purchases/receipts/get-receipt';

export const GET = route('GET /purchases/{id}/receipt', async ({ ctx, params }) => ({
  status: 200,
  body: { receipt: await getReceipt(ctx, params.id) },
}));
