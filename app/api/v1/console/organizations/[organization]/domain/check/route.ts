import { checkDomain } from '@/lib/accounts/organizations/check-domain';
import { route } from '@/lib/http/route';

export const POST = route('POST /console/organizations/{organization}/domain/check', async ({ ctx, params }) => ({
  status: 200,
  body: await checkDomain(ctx, params.organization),
}));
