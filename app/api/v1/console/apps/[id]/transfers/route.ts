import { route } from '@/lib/http/route';
import { offerTransfer } from '@/lib/publishing/transfers/offer-transfer';

export const POST = route('POST /console/apps/{id}/transfers', async ({ ctx, params, body }) => ({
  status: 201,
  body: await offerTransfer(ctx, params.id, body),
}));
