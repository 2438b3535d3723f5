import { route } from '@/lib/http/route';
import { declineTransfer } from '@/lib/publishing/transfers/answer-transfer';

export const POST = route('POST /console/transfers/{id}/decline', async ({ ctx, params }) => ({
  status: 200,
  body: await declineTransfer(ctx, params.id),
}));
