import { versionWanted } from '@/lib/http/if-match';
import { route } from '@/lib/http/route';
import { getListing } from '@/lib/publishing/listing';
import { updateListing } from '@/lib/publishing/update-listing';

export const GET = route('GET /console/apps/{id}/listing', async ({ ctx, params }) => ({
  status: 200,
  body: await getListing(ctx, params.id),
}));

export const PATCH = route('PATCH /console/apps/{id}/listing', async ({ ctx, params, body, request }) => ({
  status: 200,
  body: await updateListing(ctx, params.id, body, { revision: versionWanted(request) }),
}));
