import { listWishlist } from '@/lib/catalog/wishlist';
import { route } from '@/lib/http/route';

export const GET = route('GET /wishlist', async ({ ctx, query }) => ({
  status: 200,
  body: await listWishlist(ctx, query),
}));
