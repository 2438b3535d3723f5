import { route } from '@/lib/http/route';
import { listTransfers } from '@/lib/publishing/transfers/queries';

export const GET = route('GET /console/transfers', async ({ ctx }) => ({
  status: 200,
  body: await listTransfers(ctx),
}));
