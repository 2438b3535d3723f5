import { route } from '@/lib/http/route';
import { listMails } from '@/lib/mail/queries';

export const GET = route('GET /ops/mail', async ({ ctx, query }) => ({
  status: 200,
  body: await listMails(ctx, query),
}));
