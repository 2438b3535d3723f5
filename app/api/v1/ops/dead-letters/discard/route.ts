import { discardDeadLetters } from '@/lib/events/dead-letters';
import { route } from '@/lib/http/route';

export const POST = route('POST /ops/dead-letters/discard', async ({ ctx, body }) => ({
  status: 200,
  body: await discardDeadLetters(ctx, body),
}));
