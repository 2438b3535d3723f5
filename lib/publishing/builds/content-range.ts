import { AppError } from '@/lib/errors';
import { chunkMaxBytes } from '../rules';

export type Piece = { start: number; sizeBytes: number; totalBytes: number };

const bad = (detail: string) => new AppError('invalid', 'bad_content_range', { detail });

/**
 * The piece that `Content-Range: bytes 0-8388607/20971520` announces (RFC 9110, 14.4).
 * Throws 400 `bad_content_range`, 413 `chunk_too_large`.
 */
export function parseContentRange(header: string | null): Piece {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header ?? '');
  if (!match) throw bad('Say which bytes these are: Content-Range: bytes 0-8388607/20971520.');
  const [start = 0, end = 0, totalBytes = 0] = match.slice(1).map(Number);
  if (end < start || end >= totalBytes) throw bad('The range must lie within the file.');
  const sizeBytes = end - start + 1;
  if (sizeBytes > chunkMaxBytes) {
    throw new AppError('too_large', 'chunk_too_large', { detail: 'A piece has at most 8 MiB.' });
  }
  return { start, sizeBytes, totalBytes };
}

/** The body as it comes, exactly so long. Throws 400 `chunk_cut_off` when it ends early or breaks, 400 `bad_content_range` when it is longer. */
export async function* exactly(body: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  const parts = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await parts.next().catch(() => {
        throw cutOff(seen, sizeBytes);
      });
      if (done) break;
      seen += value.byteLength;
      if (seen > sizeBytes) throw bad(`The body is longer than the ${sizeBytes} bytes of its Content-Range.`);
      yield value;
    }
  } finally {
    // Whoever stops early lets the sender go.
    await parts.return?.().catch(() => undefined);
  }
  if (seen < sizeBytes) throw cutOff(seen, sizeBytes);
}

const cutOff = (seen: number, wanted: number) =>
  new AppError('invalid', 'chunk_cut_off', {
    detail: `Only ${seen} of ${wanted} bytes came; nothing of this piece was kept. Send it again.`,
  });
