import { type Ctx, requestContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { getSettings, type Settings } from '@/lib/settings';
import { clientAddress } from './client';
import { etagOf, isKnown } from './etag';
import { answerError } from './problem';

type Asked<P> = { ctx: Ctx; settings: Settings; request: Request; params: P };
type Document = { body: string; contentType: string };

/**
 * Makes the Next handler of a text that is the same for everybody: shared caches may keep it for `seconds`, and it has
 * an ETag. 404 where `write` finds nothing, and everywhere in a store that is for members only.
 */
export function publicDocument<P = object>(
  seconds: number,
  write: (asked: Asked<P>) => Promise<Document | null>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params }) => {
    const ctx = requestContext();
    try {
      await takeFromLimit(ctx, 'requests', clientAddress(request.headers));
      const settings = await getSettings(ctx);
      const document =
        settings.access === 'public' ? await write({ ctx, settings, request, params: await params }) : null;
      if (!document) throw new AppError('not_found', 'not_found');
      const etag = etagOf(document.body);
      const headers = {
        'Content-Type': document.contentType,
        'Cache-Control': `public, max-age=${Math.round(seconds / 3)}, s-maxage=${seconds}, stale-while-revalidate=86400`,
        ETag: etag,
      };
      if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
      return new Response(document.body, { headers });
    } catch (error) {
      return answerError(error, ctx);
    }
  };
}
