import { getOrganization } from '@/lib/accounts/organizations/queries';
import { updateOrganization } from '@/lib/accounts/organizations/update-organization';
import { route } from '@/lib/http/route';
import { deleteOrganization } from '@/lib/publishing/delete-organization';

export const GET = route('GET /console/organizations/{organization}', async ({ ctx, params }) => ({
  status: 200,
  body: await getOrganization(ctx, params.organization),
}));

export const PATCH = route('PATCH /console/organizations/{organization}', async ({ ctx, params, body }) => ({
  status: 200,
  body: await updateOrganization(ctx, params.organization, body),
}));

export const DELETE = route('DELETE /console/organizations/{organization}', async ({ ctx, params }) => {
  await deleteOrganization(ctx, params.organization);
  return { status: 204, body: null };
});
