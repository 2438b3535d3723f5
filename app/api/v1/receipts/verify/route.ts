import { route } from '@/lib/http/route';
import { verifyReceipt } from '@/lib/purchases/receipts/verify-receipt';

export const POST = route('POST /receipts/verify', async ({ ctx, body }) => ({
  status: 200,
  body: await verifyReceipt(ctx, body),
}));
