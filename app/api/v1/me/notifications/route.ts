import { listNotifications } from '@/lib/accounts/notifications';
import { route } from '@/lib/http/route';

export const GET = route('GET /me/notifications', async ({ ctx, query }) => ({
  status: 200,
  body: await listNotifications(ctx, query),
}));
