import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ProblemError } from '@/lib/http/fetch-json';
import type { Build } from '@/lib/publishing/builds/schema';
import { speedMeter, timeLeft } from './speed';
import { type Transport, uploadBuild, type UploadView } from './upload-build';

const chunkMaxBytes = 1000;

const fileOf = (bytes: Uint8Array) => Object.assign(new Blob([bytes as BlobPart]), { name: 'tern-1.4.0.apk' });
const lost = () => new ProblemError({ status: 0, code: 'connection_lost' });

/** A store that keeps what arrives. `trouble` is asked before each piece and may throw after keeping a part of it. */
function fakeStore(trouble: (piece: number, keep: (bytes: number) => void) => void = () => undefined) {
  let kept = new Uint8Array();
  let request: { fileName: string; sizeBytes: number; sha256: string } | null = null;
  let pieces = 0;
  let looks = 0;
  let clock = 0;
  const ranges: string[] = [];
  const waits: number[] = [];
  const build = (): Build => {
    const isWhole = kept.length === request?.sizeBytes;
    const isRight = createHash('sha256').update(kept).digest('hex') === request?.sha256;
    return {
      id: '01890000-0000-7000-8000-000000000001',
      state: isWhole ? (looks < 2 ? 'processing' : isRight ? 'valid' : 'invalid') : 'uploading',
      fileName: request?.fileName ?? '',
      sizeBytes: request?.sizeBytes ?? 0,
      receivedBytes: kept.length,
      sha256: request?.sha256 ?? '',
      chunkMaxBytes,
      problem: null,
      facts: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
  };
  const transport: Transport = {
    begin: async (asked) => {
      request = asked;
      return build();
    },
    read: async () => {
      if (kept.length === request?.sizeBytes) looks += 1;
      return build();
    },
    send: async (_, piece, range, onBytes, signal) => {
      signal.throwIfAborted();
      ranges.push(range);
      const bytes = new Uint8Array(await piece.arrayBuffer());
      const start = Number(/^bytes (\d+)-/.exec(range)?.[1]);
      pieces += 1;
      trouble(pieces, (count) => {
        kept = new Uint8Array([...kept, ...bytes.subarray(0, count)]);
      });
      signal.throwIfAborted();
      if (start !== kept.length) throw new ProblemError({ status: 409, code: 'upload_offset' });
      kept = new Uint8Array([...kept, ...bytes]);
      clock += 1000;
      onBytes(bytes.length);
      return build();
    },
    wait: async (ms) => {
      waits.push(ms);
    },
    now: () => clock,
  };
  return { transport, ranges, waits, kept: () => kept };
}

const run = (
  store: ReturnType<typeof fakeStore>,
  bytes: Uint8Array,
  signal = new AbortController().signal,
  sha256: string | null = null,
) => {
  const views: UploadView[] = [];
  const done = uploadBuild({
    file: fileOf(bytes),
    sha256,
    onHash: () => undefined,
    onView: (view) => views.push(view),
    transport: store.transport,
    signal,
  });
  return { views, done };
};

test('a build arrives whole, in pieces that follow each other', async () => {
  const bytes = randomBytes(2500);
  const store = fakeStore();
  const { views, done } = run(store, bytes);
  expect((await done)?.state).toBe('valid');
  expect(Buffer.from(store.kept()).equals(bytes)).toBe(true);
  expect(store.ranges).toEqual(['bytes 0-999/2500', 'bytes 1000-1999/2500', 'bytes 2000-2499/2500']);
  expect([...new Set(views.map(({ phase }) => phase))]).toEqual(['hashing', 'sending', 'checking', 'done']);
});

test('a connection that is lost twice delays the upload and loses nothing', async () => {
  const bytes = randomBytes(3200);
  const store = fakeStore((piece, keep) => {
    if (piece === 2) {
      keep(400);
      throw lost();
    }
    if (piece === 3) throw lost();
  });
  const { views, done } = run(store, bytes);
  expect((await done)?.state).toBe('valid');
  expect(Buffer.from(store.kept()).equals(bytes)).toBe(true);
  expect(store.ranges).toContain('bytes 1400-2399/3200');
  expect(views.some(({ phase, problem }) => phase === 'waiting' && problem?.includes('connection'))).toBe(true);
});

test('a piece whose answer was lost is not sent twice', async () => {
  const bytes = randomBytes(1800);
  const store = fakeStore((piece, keep) => {
    if (piece !== 1) return;
    keep(1000);
    throw lost();
  });
  await run(store, bytes).done;
  expect(store.ranges).toEqual(['bytes 0-999/1800', 'bytes 1000-1799/1800']);
});

test('a busy store is asked again no sooner than it says', async () => {
  const store = fakeStore((piece) => {
    if (piece === 1) throw new ProblemError({ status: 429, code: 'rate_limited' }, 42);
  });
  await run(store, randomBytes(500)).done;
  expect(store.waits[0]).toBe(42_000);
});

test('waiting grows while nothing arrives', async () => {
  const store = fakeStore((piece) => {
    if (piece <= 4) throw new ProblemError({ status: 503, code: 'unavailable' });
  });
  await run(store, randomBytes(500)).done;
  expect(store.waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
});

test('an outage of any length ends with an upload that goes on', async () => {
  const bytes = randomBytes(1500);
  const store = fakeStore((piece, keep) => {
    if (piece === 1) keep(300);
    if (piece <= 12) throw lost();
  });
  expect((await run(store, bytes).done)?.state).toBe('valid');
  expect(Buffer.from(store.kept()).equals(bytes)).toBe(true);
});

test('a refusal ends it with its words', async () => {
  const store = fakeStore(() => {
    throw new ProblemError({ status: 409, code: 'upload_closed', detail: 'This upload is over.' });
  });
  const { views, done } = run(store, randomBytes(500));
  expect(await done).toBeNull();
  expect(views.at(-1)).toMatchObject({ phase: 'failed', problem: 'This upload is over.' });
});

test('a store that never agrees about the offset is not asked for ever', async () => {
  const store = fakeStore(() => {
    throw new ProblemError({ status: 409, code: 'upload_offset', detail: 'Not there.' });
  });
  const { views, done } = run(store, randomBytes(500));
  expect(await done).toBeNull();
  expect(views.at(-1)?.phase).toBe('failed');
});

test('paused and resumed, it goes on where it was', async () => {
  const bytes = randomBytes(2500);
  const abort = new AbortController();
  const store = fakeStore((piece) => {
    if (piece === 2) abort.abort(new Error('paused'));
  });
  const first = run(store, bytes, abort.signal);
  await expect(first.done).rejects.toThrow('paused');
  const again = run(store, bytes, new AbortController().signal, createHash('sha256').update(bytes).digest('hex'));
  expect((await again.done)?.state).toBe('valid');
  expect(again.views.some(({ phase, doneBytes }) => phase === 'hashing' && doneBytes > 0)).toBe(false);
  expect(Buffer.from(store.kept()).equals(bytes)).toBe(true);
});

test('speed is that of the last seconds, and unknown after a cut', () => {
  const meter = speedMeter();
  meter.add(0, 0);
  expect(meter.perSecond()).toBeNull();
  meter.add(1000, 500);
  meter.add(20_000, 20_500);
  meter.add(21_000, 22_500);
  expect(meter.perSecond()).toBe(2000);
  meter.add(22_000, 10_000);
  expect(meter.perSecond()).toBeNull();
});

test('the time left is rounded to what one can rely on', () => {
  expect(timeLeft(1000, null)).toBeNull();
  expect(timeLeft(1000, 1000)).toBe('a few seconds left');
  expect(timeLeft(32_000, 1000)).toBe('about 30 seconds left');
  expect(timeLeft(60_000, 1000)).toBe('about 1 minute left');
  expect(timeLeft(7_300_000, 1000)).toBe('about 2 hours left');
});
