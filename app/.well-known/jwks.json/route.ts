import { takeFromLimit } from '@/lib/cache/rate-limit';
import { requestContext } from '@/lib/context';
import { clientAddress } from '@/lib/http/client';
import { etagOf, isKnown } from '@/lib/http/etag';
import { answerError } from '@/lib/http/problem';
import { publicKeySet } from '@/lib/purchases/receipts/keys';

/** The public keys of receipts. Strangers see them in a store for members only, too: receipts are checked elsewhere. */
export async function GET(request: Request): Promise<Response> {
  const ctx = requestContext();
  try {
    await takeFromLimit(ctx, 'requests', clientAddress(request.headers));
    const body = JSON.stringify(await publicKeySet(ctx));
    const headers = {
      'Content-Type': 'application/jwk-set+json',
      'Cache-Control': 'public, max-age=300',
      ETag: etagOf(body),
    };
    return isKnown(request, headers.ETag)
      ? new Response(null, { status: 304, headers })
      : new Response(body, { headers });
  } catch (error) {
    return answerError(error, ctx);
  }
}
