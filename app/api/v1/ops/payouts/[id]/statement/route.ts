import { route } from '@/lib/http/route';
import { getPayoutStatement } from '@/lib/purchases/payouts/statement';

export const GET = route('GET /ops/payouts/{id}/statement', async ({ ctx, params }) => ({
  status: 200,
  body: await getPayoutStatement(ctx, params.id),
}));
