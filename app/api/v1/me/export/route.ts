import { exportMe } from '@/lib/accounts/export-me';
import { attachment } from '@/lib/http/attachment';
import { route } from '@/lib/http/route';

export const POST = route('POST /me/export', async ({ ctx }) =>
  attachment(ctx, `my-data-${ctx.now.toISOString().slice(0, 10)}.json`, 'application/json', await exportMe(ctx)),
);
