import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { uploadScene } from '@/tests/uploads';
import { chunkMaxBytes } from '../rules';
import { checkBuild } from './check-build';
import { createUpload } from './create-upload';
import { receiveChunk } from './receive-chunk';

const database = testDatabase();

const mebibyte = 1024 * 1024;
const blockBytes = 65_535;
const noise = randomBytes(blockBytes);

/** A ZIP archive with one deflated entry of so many blocks that do not compress, made as it is read. */
function archive(blocks: number) {
  const name = Buffer.from('data.bin');
  const compressed = blocks * (blockBytes + 5);
  const header = (signature: string, length: number, at: number) => {
    const bytes = Buffer.alloc(length);
    bytes.write(signature, 0, 'latin1');
    bytes.writeUInt16LE(8, at);
    bytes.writeUInt32LE(compressed, at + 10);
    bytes.writeUInt32LE(blocks * blockBytes, at + 14);
    bytes.writeUInt16LE(name.length, at + 18);
    return Buffer.concat([bytes, name]);
  };
  const local = header('PK\x03\x04', 30, 8);
  const central = header('PK\x01\x02', 46, 10);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + compressed, 16);

  function* parts(): Generator<Buffer> {
    yield local;
    for (let i = 1; i <= blocks; i += 1) {
      const stored = Buffer.from([i === blocks ? 1 : 0, 0xff, 0xff, 0, 0]);
      yield stored;
      yield noise;
    }
    yield central;
    yield end;
  }
  return { parts, sizeBytes: local.length + compressed + central.length + end.length };
}

/** The bytes of one piece after the other, each as a stream. */
function* piecesOf(parts: Iterable<Buffer>, sizeBytes: number) {
  const source = parts[Symbol.iterator]();
  let rest: Buffer = Buffer.alloc(0);
  for (let start = 0; start < sizeBytes; start += chunkMaxBytes) {
    const end = Math.min(start + chunkMaxBytes, sizeBytes);
    let missing = end - start;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (rest.length === 0) rest = source.next().value ?? Buffer.alloc(0);
        const part = rest.subarray(0, missing);
        rest = rest.subarray(part.length);
        missing -= part.length;
        controller.enqueue(new Uint8Array(part));
        if (missing === 0) controller.close();
      },
    });
    yield { contentRange: `bytes ${start}-${end - 1}/${sizeBytes}`, body };
  }
}

async function publish(blocks: number) {
  const { ctx, refs, state } = await uploadScene(database);
  const { parts, sizeBytes } = archive(blocks);
  const hash = createHash('sha256');
  for (const part of parts()) hash.update(part);
  const { build } = await createUpload(ctx, refs, { fileName: 'app.zip', sizeBytes, sha256: hash.digest('hex') });
  for (const piece of piecesOf(parts(), sizeBytes)) await receiveChunk(ctx, { ...refs, upload: build.id }, piece);
  await checkBuild(database.ctx({ actor: { kind: 'system', job: 'test' } }), build.id);
  return state(build.id);
}

test('a build of 256 MiB is received, put together and looked into in less than 64 MiB', async () => {
  // What any build needs, and what the runtime lets lie before it tidies up, is there after a smaller one.
  await publish(700);
  const before = process.memoryUsage().rss;
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 10);
  const { build, version } = await publish(4097);
  clearInterval(watching);
  expect(build).toMatchObject({ state: 'valid', facts: { kind: 'zip', entryCount: 1 } });
  expect(version.size_bytes).toBeGreaterThan(256 * mebibyte);
  expect((most - before) / mebibyte).toBeLessThan(64);
}, 60_000);
