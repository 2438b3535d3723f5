import { route } from '@/lib/http/route';
import { listPayouts } from '@/lib/purchases/payouts/queries';

export const GET = route('GET /ops/payouts', async ({ ctx, query }) => ({
  status: 200,
  body: await listPayouts(ctx, query),
}));
