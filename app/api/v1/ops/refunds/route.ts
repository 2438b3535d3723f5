import { route } from '@/lib/http/route';
import { startRefund } from '@/lib/purchases/refunds/decide-refund';
import { listRefunds } from '@/lib/purchases/refunds/list-refunds';

export const GET = route('GET /ops/refunds', async ({ ctx, query }) => ({
  status: 200,
  body: await listRefunds(ctx, query),
}));

export const POST = route('POST /ops/refunds', async ({ ctx, body }) => ({
  status: 200,
  body: await startRefund(ctx, body),
}));
