import { listLibrary } from '@/lib/downloads/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /library', async ({ ctx, query }) => ({
  status: 200,
  body: await listLibrary(ctx, query),
}));
