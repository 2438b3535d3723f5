import type { Storage } from '@/lib/storage/interface';

/** A file in storage that is read here and there, never whole. */
export type BuildFile = {
  sizeBytes: number;
  /** Bytes from `position`; fewer than `length` where the file ends before. Do not change them. */
  read(position: number, length: number): Promise<Buffer>;
  /** Bytes from `start` up to and without `end`, in order. */
  stream(start: number, end: number): AsyncGenerator<Buffer>;
};

/** Thrown where storage gives no bytes: the file is neither good nor bad then, and is looked at again. */
export class ReadFailed extends Error {}

const blockBytes = 1024 * 1024;
const blocksKept = 4;

export function buildFile(from: Pick<Storage, 'open'>, key: string, sizeBytes: number): BuildFile {
  const blocks = new Map<number, Promise<Buffer>>();

  async function load(index: number): Promise<Buffer> {
    try {
      const start = index * blockBytes;
      const end = Math.min(start + blockBytes, sizeBytes) - 1;
      const bytes = Buffer.allocUnsafeSlow(end - start + 1);
      let filled = 0;
      for await (const part of (await from.open(key, { start, end })) ?? []) {
        bytes.set(part, filled);
        filled += part.length;
      }
      if (filled !== bytes.length) throw new Error('the file in storage is another than was put there');
      return bytes;
    } catch (cause) {
      blocks.delete(index);
      throw new ReadFailed('a build cannot be read from storage', { cause });
    }
  }

  function block(index: number): Promise<Buffer> {
    const known = blocks.get(index);
    const wanted = known ?? load(index);
    blocks.delete(index);
    blocks.set(index, wanted);
    for (const oldest of blocks.keys()) {
      if (blocks.size <= blocksKept) break;
      blocks.delete(oldest);
    }
    return wanted;
  }

  async function* stream(start: number, end: number): AsyncGenerator<Buffer> {
    const last = Math.min(end, sizeBytes);
    for (let position = Math.max(0, start); position < last; ) {
      const index = Math.floor(position / blockBytes);
      const bytes = (await block(index)).subarray(position - index * blockBytes, last - index * blockBytes);
      yield bytes;
      position += bytes.length;
    }
  }

  return {
    sizeBytes,
    stream,
    async read(position, length) {
      const parts: Buffer[] = [];
      for await (const part of stream(position, position + length)) parts.push(part);
      return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    },
  };
}
