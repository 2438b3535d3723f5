import { createOrganization } from '@/lib/accounts/organizations/create-organization';
import { listOrganizations } from '@/lib/accounts/organizations/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /console/organizations', async ({ ctx }) => ({
  status: 200,
  body: { items: await listOrganizations(ctx) },
}));

export const POST = route('POST /console/organizations', async ({ ctx, body }) => ({
  status: 201,
  body: await createOrganization(ctx, body),
}));
