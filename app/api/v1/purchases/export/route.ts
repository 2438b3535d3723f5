import { attachment } from '@/lib/http/attachment';
import { route } from '@/lib/http/route';
import { exportPurchases } from '@/lib/purchases/export-purchases';

export const GET = route('GET /purchases/export', async ({ ctx }) =>
  attachment(
    ctx,
    `purchases-${ctx.now.toISOString().slice(0, 10)}.csv`,
    'text/csv; charset=utf-8',
    await exportPurchases(ctx),
  ),
);
