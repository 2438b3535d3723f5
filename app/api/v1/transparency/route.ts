import { route } from '@/lib/http/route';
import { getTransparency } from '@/lib/moderation/reviews/transparency';

export const GET = route('GET /transparency', async ({ ctx }) => ({ status: 200, body: await getTransparency(ctx) }));
