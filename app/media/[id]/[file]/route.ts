import { audienceOf } from '@/lib/auth/audience';
import { readMedia } from '@/lib/catalog/media';
import { requestContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { answerError } from '@/lib/http/problem';

export async function GET(request: Request, { params }: { params: Promise<{ id: string; file: string }> }) {
  const ctx = requestContext();
  try {
    const audience = await audienceOf(ctx, request.headers);
    if (audience === 'stranger') throw new AppError('unauthenticated', 'not_signed_in');
    const { id, file } = await params;
    const image = await readMedia(ctx, id, file);
    if (!image) throw new AppError('not_found', 'not_found');
    // A picture never changes under its id, so id and file are its validator.
    const keeper = audience === 'everybody' ? 'public' : 'private';
    const headers = { 'Cache-Control': `${keeper}, max-age=31536000, immutable`, ETag: `"${id}-${file}"` };
    if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(image), {
      headers: { ...headers, 'Content-Type': 'image/webp', 'Content-Length': String(image.length) },
    });
  } catch (error) {
    return answerError(error, ctx);
  }
}
