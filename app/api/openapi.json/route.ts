import { audienceOf } from '@/lib/auth/audience';
import { requestContext } from '@/lib/context';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { openApiDocument } from '@/lib/http/openapi';
import { answerError } from '@/lib/http/problem';
import { getSettings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  const ctx = requestContext();
  try {
    if ((await audienceOf(ctx, request.headers)) === 'stranger') throw new AppError('unauthenticated', 'not_signed_in');
    const { storeName } = await getSettings(ctx);
    return Response.json(openApiDocument(storeName, env().PUBLIC_URL));
  } catch (error) {
    return answerError(error, ctx);
  }
}
