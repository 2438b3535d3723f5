import { listQueues } from '@/lib/events/queue-status';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/queues', async ({ ctx }) => ({ status: 200, body: await listQueues(ctx) }));
