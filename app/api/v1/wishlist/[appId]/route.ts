import { unwishApp } from '@/lib/catalog/unwish-app';
import { wishForApp } from '@/lib/catalog/wish-for-app';
import { route } from '@/lib/http/route';

export const PUT = route('PUT /wishlist/{appId}', async ({ ctx, params }) => {
  await wishForApp(ctx, params.appId);
  return { status: 204, body: null };
});

export const DELETE = route('DELETE /wishlist/{appId}', async ({ ctx, params }) => {
  await unwishApp(ctx, params.appId);
  return { status: 204, body: null };
});
