import { listCategories } from '@/lib/catalog/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /categories', async ({ ctx }) => ({
  status: 200,
  body: { items: await listCategories(ctx) },
}));
