import { readStoreIcon } from '@/lib/catalog/logo';
import { requestContext } from '@/lib/context';
import { answerError } from '@/lib/http/problem';

/** The store's icon at an address that everything asks without being told: for an hour, since the logo may change. */
export async function answerStoreIcon(size: 48 | 180): Promise<Response> {
  const ctx = requestContext();
  try {
    const { image, contentType } = await readStoreIcon(ctx, size);
    return new Response(new Uint8Array(image), {
      headers: {
        'Content-Type': contentType,
        'Content-Length': String(image.length),
        'Cache-Control': 'public, max-age=3600',
      },
    });
  } catch (error) {
    return answerError(error, ctx);
  }
}
