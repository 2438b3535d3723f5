import { listHotCategories } from '@/lib/catalog/hot-apps';
import { route } from '@/lib/http/route';

export const GET = route('GET /categories', async ({ ctx }) => ({
  status: 200,
  body: { items: await listHotCategories(ctx) },
}));
