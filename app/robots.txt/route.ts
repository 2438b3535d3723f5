import { robotsText } from '@/lib/catalog/discovery/robots';
import { requestContext } from '@/lib/context';
import { env } from '@/lib/env';
import { answerError } from '@/lib/http/problem';
import { getSettings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

export async function GET() {
  const ctx = requestContext();
  try {
    const { access } = await getSettings(ctx);
    return new Response(robotsText({ isPublic: access === 'public', origin: env().PUBLIC_URL }), {
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=300, s-maxage=900' },
    });
  } catch (error) {
    return answerError(error, ctx);
  }
}
