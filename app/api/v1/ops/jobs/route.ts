import { route } from '@/lib/http/route';
import { listJobs } from '@/lib/events/schedule/queries';

export const GET = route('GET /ops/jobs', async ({ ctx }) => ({ status: 200, body: await listJobs(ctx) }));
