import { listCollectionDrafts } from '@/lib/catalog/collections';
import { createCollection } from '@/lib/catalog/create-collection';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/collections', async ({ ctx }) => ({
  status: 200,
  body: await listCollectionDrafts(ctx),
}));

export const POST = route('POST /ops/collections', async ({ ctx, body }) => ({
  status: 201,
  body: await createCollection(ctx, body),
}));
