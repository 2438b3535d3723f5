import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { Build } from '@/lib/publishing/builds/schema';
import { hashFile } from './sha256';
import { speedMeter } from './speed';

export type UploadView = {
  phase: 'hashing' | 'sending' | 'waiting' | 'checking' | 'paused' | 'done' | 'failed';
  fileName: string;
  sizeBytes: number;
  /** Hashed or sent, by the phase. */
  doneBytes: number;
  bytesPerSecond: number | null;
  build: Build | null;
  /** Why it waits or failed. */
  problem: string | null;
};

export type UploadRequest = { fileName: string; sizeBytes: number; sha256: string };

/** The way to the store; all of it throws a ProblemError, or what `signal` was aborted with. */
export type Transport = {
  begin: (request: UploadRequest, signal: AbortSignal) => Promise<Build>;
  read: (uploadId: string, signal: AbortSignal) => Promise<Build>;
  send: (
    uploadId: string,
    piece: Blob,
    range: string,
    onBytes: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<Build>;
  /** Waits; shorter when the connection comes back meanwhile. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  now: () => number;
};

type Options = {
  file: Blob & { name: string };
  /** Known from an earlier try with the same file. */
  sha256: string | null;
  onHash: (sha256: string) => void;
  onView: (view: UploadView) => void;
  transport: Transport;
  signal: AbortSignal;
};

const patienceMs = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** Refusals that a second look at what has arrived settles. */
const settledByReading = ['upload_offset', 'chunk_cut_off'];
const looksAtMost = 6;

/**
 * Sends a build in pieces, each beginning where the store says that the last one ended, and waits until it is checked.
 * A lost connection, a busy or a restarting store only delays it; a refusal ends it. Throws when it is aborted; called
 * again with the same file it goes on where it was.
 */
export async function uploadBuild({ file, sha256, onHash, onView, transport, signal }: Options): Promise<Build | null> {
  const meter = speedMeter();
  let view: UploadView = {
    phase: 'hashing',
    fileName: file.name,
    sizeBytes: file.size,
    doneBytes: 0,
    bytesPerSecond: null,
    build: null,
    problem: null,
  };
  const show = (change: Partial<UploadView>) => {
    view = { ...view, ...change };
    onView(view);
  };
  let failures = 0;
  let disagreements = 0;

  /** Does it until the store has answered; null when the answer is that it has to look at what arrived. */
  const insist = async (act: () => Promise<Build>): Promise<Build | null> => {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ProblemError)) throw error;
        if (settledByReading.includes(error.problem.code) && disagreements < looksAtMost) {
          disagreements += 1;
          return null;
        }
        if (!error.isUnsettled && error.problem.status !== 429) throw error;
        const wanted = patienceMs[Math.min(failures, patienceMs.length - 1)] ?? 1000;
        failures += 1;
        meter.forget();
        show({ phase: 'waiting', problem: sentenceOf(error), bytesPerSecond: null });
        await transport.wait(Math.max(wanted, (error.retryAfterSeconds ?? 0) * 1000), signal);
        // Nobody knows how much of the piece has arrived.
        if (view.build !== null) return null;
      }
    }
  };

  try {
    show({});
    const hash = sha256 ?? (await hashFile(file, (doneBytes) => show({ doneBytes }), signal));
    onHash(hash);
    const request = { fileName: file.name, sizeBytes: file.size, sha256: hash };
    const begun = await insist(() => transport.begin(request, signal));
    if (begun === null) throw new ProblemError({ status: 409, code: 'upload_offset' });
    let build: Build = begun;
    show({ build });

    while (build.state === 'uploading' && build.receivedBytes < build.sizeBytes) {
      const { id, receivedBytes, chunkMaxBytes } = build;
      show({ phase: 'sending', doneBytes: receivedBytes, problem: null });
      meter.add(transport.now(), receivedBytes);
      const end = Math.min(receivedBytes + chunkMaxBytes, file.size);
      const range = `bytes ${receivedBytes}-${end - 1}/${file.size}`;
      const onBytes = (bytes: number) => {
        const doneBytes = Math.min(receivedBytes + bytes, end);
        meter.add(transport.now(), doneBytes);
        show({ doneBytes, bytesPerSecond: meter.perSecond() });
      };
      const sent = await insist(() => transport.send(id, file.slice(receivedBytes, end), range, onBytes, signal));
      const known: Build | null = sent ?? (await insist(() => transport.read(id, signal)));
      if (known === null) continue;
      if (known.receivedBytes > receivedBytes) {
        failures = 0;
        disagreements = 0;
      }
      build = known;
      show({ build });
    }

    for (let looks = 0; build.state === 'uploading' || build.state === 'processing'; looks += 1) {
      const { id } = build;
      show({ phase: 'checking', doneBytes: build.sizeBytes, bytesPerSecond: null, problem: null });
      await transport.wait(Math.min(500 * (looks + 1), 5000), signal);
      build = (await insist(() => transport.read(id, signal))) ?? build;
      show({ build });
    }
    show({ phase: build.state === 'abandoned' ? 'failed' : 'done', build, problem: build.problem });
    return build;
  } catch (error) {
    signal.throwIfAborted();
    show({
      phase: 'failed',
      bytesPerSecond: null,
      problem: error instanceof ProblemError ? sentenceOf(error) : 'The file could not be read. Choose it again.',
    });
    return null;
  }
}
