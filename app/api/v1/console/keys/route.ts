import { createKey } from '@/lib/accounts/organizations/create-key';
import { listKeys } from '@/lib/accounts/organizations/keys';
import { route } from '@/lib/http/route';

export const GET = route('GET /console/keys', async ({ ctx, query }) => ({
  status: 200,
  body: { items: await listKeys(ctx, query.organization) },
}));

export const POST = route('POST /console/keys', async ({ ctx, body }) => ({
  status: 201,
  body: await createKey(ctx, body),
}));
