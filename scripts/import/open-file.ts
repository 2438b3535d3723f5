import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal, systemCode } from '../refusal';

export type OpenFile = {
  /** Its bytes, unpacked. */
  chunks: AsyncIterable<Buffer>;
  /** The first of them. */
  head: Buffer;
  /** Bytes on disk; 0 where that is not known. */
  size: number;
  /** Bytes on disk that were read so far. */
  position: () => number;
  close: () => Promise<void>;
};

const headBytes = 65_536;
const readBytes = 1 << 18;

/** Opens a catalogue's file, gzip or not. Throws a `Refusal` for what cannot be one. */
export async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path).catch((error: unknown) => {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refusal(`There is no file ${path}.`);
    if (code === 'EACCES' || code === 'EPERM') throw new Refusal(`This user may not read ${path}.`);
    throw error;
  });
  try {
    const info = await handle.stat();
    if (info.isDirectory()) throw new Refusal(`${path} is a directory; a catalogue is a file.`);
    let position = 0;
    async function* raw(): AsyncGenerator<Buffer> {
      for await (const chunk of handle.createReadStream({ highWaterMark: readBytes, autoClose: false })) {
        position += chunk.length;
        yield chunk;
      }
    }
    const packed = await peek(raw(), 6);
    const plain = await peek(isGzip(packed.head) ? gunzip(packed.chunks, path) : packed.chunks, headBytes);
    refuseOtherKinds(packed.head, plain.head, path);
    return { ...plain, size: info.size, position: () => position, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

const startsWith = (head: Buffer, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
const isGzip = (head: Buffer) => startsWith(head, 0x1f, 0x8b);

const archives: [string, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
];

function refuseOtherKinds(packed: Buffer, plain: Buffer, path: string): void {
  const archive = archives.find(([, bytes]) => startsWith(packed, ...bytes))?.[0];
  if (archive) throw new Refusal(`${path} is packed with ${archive}: unpack it first, or pack it with gzip.`);
  if (startsWith(plain, 0xff, 0xfe) || startsWith(plain, 0xfe, 0xff)) {
    throw new Refusal(`${path} is UTF-16; a catalogue is UTF-8.`);
  }
  if (plain.length === 0) throw new Refusal(`${path} is empty.`);
  if (plain.includes(0)) throw new Refusal(`${path} is no text: a catalogue is NDJSON or CSV, gzip or not.`);
}

/** Reads until the first `bytes` are known, and gives them back with the rest. */
async function peek(source: AsyncIterable<Buffer>, bytes: number) {
  const iterator = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  while (length < bytes) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      yield* first.splice(0);
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first).subarray(0, bytes), chunks: chunks() };
}

async function* gunzip(source: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  // Its errors come out of the loop below.
  const unpacked = pipeline(Readable.from(source), createGunzip({ chunkSize: readBytes }), () => undefined);
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'Z_BUF_ERROR') throw new Refusal(`${path} ends in the middle of its gzip data.`);
    if (code?.startsWith('Z_')) throw new Refusal(`The gzip data of ${path} is damaged.`);
    throw error;
  }
}
