import { listUsers } from '@/lib/accounts/list-users';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/users', async ({ ctx, query }) => ({
  status: 200,
  body: await listUsers(ctx, query),
}));
