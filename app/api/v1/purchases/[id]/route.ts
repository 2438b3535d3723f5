import { route } from '@/lib/http/route';
import { getPurchase } from '@/lib/purchases/resolve-purchase';

export const GET = route('GET /purchases/{id}', async ({ ctx, params }) => {
  const answer = await getPurchase(ctx, params.id);
  if (answer.purchase.status !== 'pending') return { status: 200, body: answer };
  return { status: 202, body: answer, headers: { 'Retry-After': '1' } };
});
