import { retryDeadLetters } from '@/lib/events/dead-letters';
import { route } from '@/lib/http/route';

export const POST = route('POST /ops/dead-letters/retry', async ({ ctx, body }) => ({
  status: 200,
  body: await retryDeadLetters(ctx, body),
}));
