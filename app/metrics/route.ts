import { requestContext } from '@/lib/context';
import { measureQueues } from '@/lib/events/queue-status';
import { mayReadMetrics } from '@/lib/http/metrics-access';
import { metrics } from '@/lib/metrics';

export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  if (!mayReadMetrics(request.headers)) return new Response('Not found', { status: 404 });
  const ctx = requestContext();
  // A database that is away must not take the other figures with it.
  await measureQueues(ctx).catch((error: unknown) => ctx.log.warn({ err: error }, 'queues are not measured'));
  return new Response(await metrics.registry.metrics(), {
    headers: { 'Content-Type': metrics.registry.contentType, 'Cache-Control': 'no-store' },
  });
}
