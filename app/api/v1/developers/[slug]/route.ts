import { getDeveloper } from '@/lib/catalog/queries';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

export const GET = route('GET /developers/{slug}', async ({ ctx, params }) => {
  const developer = await getDeveloper(ctx, params.slug);
  if (!developer) throw new AppError('not_found', 'not_found');
  return { status: 200, body: developer };
});
