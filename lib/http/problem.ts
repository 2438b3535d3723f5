import { AppError, type ErrorKind, isDatabaseAway } from '@/lib/errors';
import type { Logger } from '@/lib/logger';

const titles: Record<ErrorKind, string> = {
  invalid: 'The request is not valid',
  unauthenticated: 'Not signed in',
  payment_required: 'The payment was not accepted',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  conflict: 'Conflict with the present state',
  precondition_failed: 'Precondition failed',
  too_large: 'Too large',
  unsupported_media_type: 'Unsupported media type',
  range_not_satisfiable: 'Range not satisfiable',
  unprocessable: 'The request cannot be processed',
  rate_limited: 'Too many requests',
  unavailable: 'Not available right now',
};

/** Body of a problem document (RFC 9457). */
export function problemBody(error: AppError, requestId: string) {
  return {
    type: 'about:blank',
    title: titles[error.kind],
    status: error.status,
    ...(error.extras.detail ? { detail: error.extras.detail } : {}),
    code: error.code,
    requestId,
    ...(error.extras.errors ? { errors: error.extras.errors } : {}),
    ...error.extras.members,
  };
}

export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'private, no-store', ...error.extras.headers });
  if (error.extras.retryAfterSeconds !== undefined) headers.set('Retry-After', String(Math.ceil(error.extras.retryAfterSeconds)));
  return new Response(JSON.stringify(problemBody(error, requestId)), { status: error.status, headers });
}

/** Turns whatever was thrown into an answer; what nobody expected goes to the log, once, and shows nothing outside. */
export function answerError(error: unknown, requestId: string, log: Logger): Response {
  if (error instanceof AppError) return problemResponse(error, requestId);
  if (isDatabaseAway(error)) {
    log.error({ err: error, requestId }, 'database away');
    return problemResponse(
      new AppError('unavailable', 'database_unavailable', { detail: 'Try again in a moment.', retryAfterSeconds: 2 }),
      requestId,
    );
  }
  log.error({ err: error, requestId }, 'unexpected error');
  return new Response(
    JSON.stringify({ type: 'about:blank', title: 'Something went wrong', status: 500, code: 'internal_error', requestId }),
    { status: 500, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'private, no-store' } },
  );
}
