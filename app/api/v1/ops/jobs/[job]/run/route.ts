import { route } from '@/lib/http/route';
import { runJobNow } from '@/lib/events/schedule/run-now';

export const POST = route('POST /ops/jobs/{job}/run', async ({ ctx, params }) => {
  await runJobNow(ctx, { name: params.job });
  return { status: 202, body: null };
});
