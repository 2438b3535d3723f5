import { listDeadLetters } from '@/lib/events/dead-letters';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/dead-letters', async ({ ctx, query }) => ({
  status: 200,
  body: await listDeadLetters(ctx, query),
}));
