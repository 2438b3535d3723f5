import { getDomain, giveUpDomain, nameDomain } from '@/lib/accounts/organizations/domain';
import { route } from '@/lib/http/route';

export const GET = route('GET /console/organizations/{organization}/domain', async ({ ctx, params }) => ({
  status: 200,
  body: await getDomain(ctx, params.organization),
}));

export const PUT = route('PUT /console/organizations/{organization}/domain', async ({ ctx, params, body }) => ({
  status: 200,
  body: await nameDomain(ctx, params.organization, body.domain),
}));

export const DELETE = route('DELETE /console/organizations/{organization}/domain', async ({ ctx, params }) => {
  await giveUpDomain(ctx, params.organization);
  return { status: 204, body: null };
});
