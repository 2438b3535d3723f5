import { readHealth } from '@/lib/health/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/health', async ({ ctx }) => ({ status: 200, body: await readHealth(ctx) }));
