import { readNotifications } from '@/lib/accounts/read-notifications';
import { route } from '@/lib/http/route';

export const POST = route('POST /me/notifications/read', async ({ ctx, body }) => ({
  status: 200,
  body: await readNotifications(ctx, body),
}));
