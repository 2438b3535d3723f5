import type { Ctx } from '@/lib/context';

/** A file to keep, sent in pieces as they are made and no faster than the client takes them. */
export function attachment(
  { log }: Pick<Ctx, 'log'>,
  name: string,
  contentType: string,
  pieces: AsyncGenerator<string>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // Too late for another status: the client sees that the file broke off.
        log.error({ err: error }, 'a file broke off');
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
