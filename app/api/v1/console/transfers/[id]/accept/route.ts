import { route } from '@/lib/http/route';
import { acceptTransfer } from '@/lib/publishing/transfers/answer-transfer';

export const POST = route('POST /console/transfers/{id}/accept', async ({ ctx, params }) => ({
  status: 200,
  body: await acceptTransfer(ctx, params.id),
}));
