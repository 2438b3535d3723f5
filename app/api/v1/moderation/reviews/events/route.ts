import { route } from '@/lib/http/route';
import { openDeskStream } from '@/lib/moderation/reviews/desk-events';

export const GET = route('GET /moderation/reviews/events', async ({ ctx, request }) => {
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store, no-transform',
    'X-Accel-Buffering': 'no',
  };
  return new Response(await openDeskStream(ctx, request.signal), { headers });
});
