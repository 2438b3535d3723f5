import type { SharePicture } from '@/lib/catalog/discovery/share-image';
import { type Ctx, requestContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/client';
import { isKnown } from '@/lib/http/etag';
import { answerError } from '@/lib/http/problem';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { getSettings } from '@/lib/settings';

/**
 * A poster at the address that names what it shows: kept for ever. Any other file of the same thing leads there, since
 * links that people shared are older than what they show. Stores for members only have none.
 */
export async function answerPoster(
  request: Request,
  asked: { folder: string; file: string },
  find: (ctx: Ctx) => Promise<SharePicture | null>,
): Promise<Response> {
  const ctx = requestContext();
  try {
    await takeFromLimit(ctx, 'requests', clientAddress(request.headers));
    const isPublic = (await getSettings(ctx)).access === 'public';
    const poster = isPublic && /^[0-9a-f]{1,40}\.jpg$/.test(asked.file) ? await find(ctx) : null;
    if (!poster) throw new AppError('not_found', 'not_found');
    if (poster.file !== asked.file) {
      const headers = { Location: `${asked.folder}/${poster.file}`, 'Cache-Control': 'public, max-age=300' };
      return new Response(null, { status: 307, headers });
    }
    const etag = `"${poster.file}"`;
    const { image, isPassing } = await poster.read();
    const headers = {
      'Cache-Control': isPassing ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
      ETag: etag,
    };
    if (!isPassing && isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(image), {
      headers: { ...headers, 'Content-Type': 'image/jpeg', 'Content-Length': String(image.length) },
    });
  } catch (error) {
    return answerError(error, ctx);
  }
}
