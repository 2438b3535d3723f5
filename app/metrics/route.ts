import { mayReadMetrics } from '@/lib/http/metrics-access';
import { metrics } from '@/lib/metrics';

export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  if (!mayReadMetrics(request.headers)) return new Response('Not found', { status: 404 });
  return new Response(await metrics.registry.metrics(), {
    headers: { 'Content-Type': metrics.registry.contentType, 'Cache-Control': 'no-store' },
  });
}
