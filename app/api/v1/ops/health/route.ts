import { readHealth } from '@/lib/health';
import { readIndexHealth } from '@/lib/search/index-health';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/health', async ({ ctx }) => ({
  status: 200,
  body: await readHealth(ctx, [readIndexHealth]),
}));
