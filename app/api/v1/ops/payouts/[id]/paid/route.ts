import { route } from '@/lib/http/route';
import { markPayoutPaid } from '@/lib/purchases/payouts/mark-payout-paid';

export const POST = route('POST /ops/payouts/{id}/paid', async ({ ctx, params }) => ({
  status: 200,
  body: await markPayoutPaid(ctx, params.id),
}));
