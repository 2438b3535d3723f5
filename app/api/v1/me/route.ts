import { getMe } from '@/lib/accounts/queries';
import { updateMe } from '@/lib/accounts/update-me';
import { route } from '@/lib/http/route';

export const GET = route('GET /me', async ({ ctx }) => ({ status: 200, body: await getMe(ctx) }));

export const PATCH = route('PATCH /me', async ({ ctx, body }) => ({ status: 200, body: await updateMe(ctx, body) }));
