import { attachment } from '@/lib/http/attachment';
import { route } from '@/lib/http/route';
import { exportPayouts } from '@/lib/purchases/payouts/export-payouts';

export const GET = route('GET /ops/payouts/export', async ({ ctx, query: { month } }) =>
  attachment(ctx, `payouts-${month}.csv`, 'text/csv; charset=utf-8', exportPayouts(ctx, month)),
);
