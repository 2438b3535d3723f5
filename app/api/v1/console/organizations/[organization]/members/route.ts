import { listMembers } from '@/lib/accounts/organizations/queries';
import { route } from '@/lib/http/route';

export const GET = route('GET /console/organizations/{organization}/members', async ({ ctx, params }) => ({
  status: 200,
  body: await listMembers(ctx, params.organization),
}));
