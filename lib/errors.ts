/** The one table of error kinds and their HTTP status. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  payment_required: 402,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof errorStatus;

export type FieldError = { path: string; message: string };

/** Members that every problem document has or may have, each with one meaning (RFC 9457 and lib/problem.ts). */
type ReservedMember = 'type' | 'title' | 'status' | 'detail' | 'instance' | 'code' | 'requestId' | 'errors';

type Extras = {
  /** A sentence for people; never an exception's text. */
  detail?: string;
  errors?: FieldError[];
  retryAfterSeconds?: number;
  /** Members beside the standard ones of the problem document, e.g. the id of the purchase in the way. */
  members?: Record<string, unknown> & { [name in ReservedMember]?: never };
  headers?: Record<string, string>;
};

/** An expected refusal: `kind` decides the status, `code` is the stable word that programs switch on. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly extras: Extras;

  constructor(kind: ErrorKind, code: string, extras: Extras = {}) {
    super(extras.detail ?? code);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.extras = extras;
  }

  get status() {
    return errorStatus[this.kind];
  }
}

type DatabaseError = { code: string; constraint_name?: string };

/** The Postgres error behind whatever Drizzle threw, or null. */
export function databaseError(error: unknown): DatabaseError | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return e as Error & DatabaseError;
  }
  return null;
}

/** True when the error is the violation of the constraint of that name. */
export function violates(error: unknown, constraint: string): boolean {
  return databaseError(error)?.constraint_name === constraint;
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'EPIPE',
]);

/** True when Postgres is away, starting or shutting down: answer 503, the client may try again. */
export function isDatabaseAway(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === 'string' && (connectionCodes.has(code) || code.startsWith('57P') || code === '53300'))
      return true;
  }
  return false;
}
