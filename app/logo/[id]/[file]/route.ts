import { readLogo } from '@/lib/catalog/logo';
import { requestContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { answerError } from '@/lib/http/problem';

// The sign-in page shows it, so strangers of a members-only store see it too.
export async function GET(request: Request, { params }: { params: Promise<{ id: string; file: string }> }) {
  const ctx = requestContext();
  try {
    const { id, file } = await params;
    const logo = await readLogo(id, file);
    if (!logo) throw new AppError('not_found', 'not_found');
    // Another logo has another id.
    const headers = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: `"${id}-${file}"` };
    if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(logo.image), {
      headers: { ...headers, 'Content-Type': logo.contentType, 'Content-Length': String(logo.image.length) },
    });
  } catch (error) {
    return answerError(error, ctx);
  }
}
