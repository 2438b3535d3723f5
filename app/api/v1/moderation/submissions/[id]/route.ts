import { route } from '@/lib/http/route';
import { getSubmissionCase } from '@/lib/moderation/submission-case';

export const GET = route('GET /moderation/submissions/{id}', async ({ ctx, params }) => ({
  status: 200,
  body: await getSubmissionCase(ctx, params.id),
}));
