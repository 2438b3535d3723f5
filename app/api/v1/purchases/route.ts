import { route } from '@/lib/http/route';
import { buyApp } from '@/lib/purchases/buy-app';
import { listPurchases } from '@/lib/purchases/queries';

export const POST = route('POST /purchases', async ({ ctx, body, request }) => {
  const answer = await buyApp(ctx, { idempotencyKey: request.headers.get('idempotency-key'), body });
  const headers = new Headers({
    'Content-Type': answer.status === 402 ? 'application/problem+json' : 'application/json',
    'Cache-Control': 'private, no-store',
  });
  if (answer.isReplayed) headers.set('Idempotent-Replayed', 'true');
  if (answer.status === 202) headers.set('Retry-After', '1');
  return new Response(answer.body, { status: answer.status, headers });
});

export const GET = route('GET /purchases', async ({ ctx, query }) => ({
  status: 200,
  body: await listPurchases(ctx, query),
}));
