import { fetchJson, type Problem, ProblemError } from '@/lib/http/fetch-json';
import type { Build } from '@/lib/publishing/builds/schema';
import type { Transport } from './upload-build';

const withoutAnswer = () =>
  new ProblemError({ status: 0, code: 'connection_lost', detail: 'The connection was lost.' });

// A connection that stands still for this long is a lost one.
const silenceMs = 60_000;

/** The store's own API; `path` ends in `/uploads`. */
export const uploadsAt = (path: string): Transport => ({
  begin: async (body, signal) => (await fetchJson<Build>(path, { method: 'POST', body, signal })).body,
  read: async (id, signal) => (await fetchJson<Build>(`${path}/${id}`, { signal })).body,
  send: (id, piece, range, onBytes, signal) => sendPiece(`${path}/${id}`, piece, range, onBytes, signal),
  wait,
  now: () => performance.now(),
});

/** By XMLHttpRequest, which alone says how much of a request has left. */
function sendPiece(
  path: string,
  piece: Blob,
  range: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Build> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), silenceMs);
    };
    const stop = () => request.abort();
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle();
    };
    request.open('PUT', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Content-Range', range);
    request.upload.onprogress = ({ loaded }) => {
      watch();
      onBytes(loaded);
    };
    request.onload = () =>
      end(() => {
        const { build, problem } = answerOf(request);
        if (build) resolve(build);
        else reject(problem);
      });
    request.onerror = () => end(() => reject(withoutAnswer()));
    request.onabort = () => end(() => reject(signal.aborted ? signal.reason : withoutAnswer()));
    signal.addEventListener('abort', stop);
    if (signal.aborted) return end(() => reject(signal.reason));
    watch();
    request.send(piece);
  });
}

function answerOf(
  request: XMLHttpRequest,
): { build: Build; problem?: undefined } | { build: null; problem: ProblemError } {
  let body: unknown;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    body = null;
  }
  if (request.status >= 200 && request.status < 300 && body !== null) return { build: body as Build };
  const retryAfter = Number(request.getResponseHeader('retry-after') ?? Number.NaN);
  const problem = { code: 'internal_error', ...(body as Partial<Problem> | null), status: request.status };
  return { build: null, problem: new ProblemError(problem, Number.isFinite(retryAfter) ? retryAfter : null) };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      removeEventListener('online', onTime);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const onTime = () => end(resolve);
    const onAbort = () => end(() => reject(signal.reason));
    const timer = setTimeout(onTime, ms);
    addEventListener('online', onTime);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}
