import { route } from '@/lib/http/route';
import { getDashboard } from '@/lib/moderation/dashboard';

export const GET = route('GET /moderation/dashboard', async ({ ctx }) => ({
  status: 200,
  body: await getDashboard(ctx),
}));
