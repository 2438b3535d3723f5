import { updateUser } from '@/lib/accounts/update-user';
import { route } from '@/lib/http/route';

export const PATCH = route('PATCH /ops/users/{id}', async ({ ctx, params, body }) => ({
  status: 200,
  body: await updateUser(ctx, { ...body, id: params.id }),
}));
