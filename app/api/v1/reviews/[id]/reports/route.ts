import { route } from '@/lib/http/route';
import { reportReview } from '@/lib/reviews/report-review';

export const POST = route('POST /reviews/{id}/reports', async ({ ctx, params, body }) => {
  const { report, isNew } = await reportReview(ctx, params.id, body);
  return isNew ? { status: 201, body: report } : { status: 200, body: report };
});
