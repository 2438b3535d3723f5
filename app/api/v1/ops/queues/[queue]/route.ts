import { setQueuePaused } from '@/lib/events/pauses';
import { route } from '@/lib/http/route';

export const PATCH = route('PATCH /ops/queues/{queue}', async ({ ctx, params, body }) => {
  await setQueuePaused(ctx, { ...body, queue: params.queue });
  return { status: 204, body: null };
});
