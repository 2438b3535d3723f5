import type { AppError, ErrorKind } from './errors';

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
  const standard = {
    type: 'about:blank',
    title: titles[error.kind],
    status: error.status,
    ...(error.extras.detail ? { detail: error.extras.detail } : {}),
    code: error.code,
    requestId,
    ...(error.extras.errors ? { errors: error.extras.errors } : {}),
  };
  // Twice: they come first, and nothing takes their place.
  return { ...standard, ...error.extras.members, ...standard };
}
