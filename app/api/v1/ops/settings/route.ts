import { route } from '@/lib/http/route';
import { updateSettings, viewSettings } from '@/lib/update-settings';

export const GET = route('GET /ops/settings', async ({ ctx }) => ({ status: 200, body: await viewSettings(ctx) }));

export const PATCH = route('PATCH /ops/settings', async ({ ctx, body }) => ({
  status: 200,
  body: await updateSettings(ctx, body),
}));
