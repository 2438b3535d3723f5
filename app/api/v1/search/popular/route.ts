import { route } from '@/lib/http/route';
import { listPopularQueries } from '@/lib/search/popular-queries';

export const GET = route('GET /search/popular', async ({ ctx }) => ({
  status: 200,
  body: { items: await listPopularQueries(ctx) },
}));
