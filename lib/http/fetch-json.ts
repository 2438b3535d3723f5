export type Page<T> = { items: T[]; nextCursor: string | null };

/** A problem document (RFC 9457), or what stands for one when no answer came. */
export type Problem = {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: { path: string; message: string }[];
  [member: string]: unknown;
};

/** Thrown by fetchJson for every answer that is not 2xx; code `connection_lost`, status 0, when there was none. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Nobody knows what became of the request: it may be sent again as it was. */
  get isUnsettled() {
    return this.problem.status === 0 || this.problem.status >= 500;
  }
}

type Options = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** A file in the place of JSON. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Sends JSON to the store's own API and reads the answer; throws ProblemError, or AbortError when aborted. */
export async function fetchJson<T>(path: string, options: Options = {}): Promise<{ status: number; body: T }> {
  const { method = 'GET', body, file, headers, signal } = options;
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
      signal,
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError({ status: 0, code: 'connection_lost', detail: 'The connection was lost.' });
  }
  const parsed = parseJson(text);
  if (response.ok) return { status: response.status, body: parsed as T };
  const problem = typeof parsed === 'object' && parsed !== null ? (parsed as Partial<Problem>) : {};
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new ProblemError(
    { code: 'internal_error', title: 'Something went wrong', ...problem, status: response.status },
    Number.isFinite(retryAfter) ? retryAfter : null,
  );
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A sentence for people about whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return 'Something went wrong. Try again.';
  const { status, title, detail } = error.problem;
  if (status === 0) return 'The connection was lost. Check it and try again.';
  if (status === 429) return detail ?? 'That was a lot at once. Try again in a minute.';
  if (status >= 500) return 'The store cannot answer right now. Try again in a moment.';
  return detail ?? title ?? 'Something went wrong. Try again.';
}

/** What is wrong with one field, or null. */
export function fieldProblem(error: unknown, path: string): string | null {
  if (!(error instanceof ProblemError)) return null;
  return error.problem.errors?.find((field) => field.path === path)?.message ?? null;
}
