import { reportApp } from '@/lib/catalog/report-app';
import { route } from '@/lib/http/route';

export const POST = route('POST /apps/{id}/reports', async ({ ctx, params, body }) => {
  const { report, isNew } = await reportApp(ctx, params.id, body);
  return isNew ? { status: 201, body: report } : { status: 200, body: report };
});
