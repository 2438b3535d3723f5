import type { Ctx } from '@/lib/context';
import { AppError, isDatabaseAway } from '@/lib/errors';
import { problemBody } from '@/lib/problem';

export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'private, no-store',
    ...error.extras.headers,
  });
  if (error.extras.retryAfterSeconds !== undefined)
    headers.set('Retry-After', String(Math.ceil(error.extras.retryAfterSeconds)));
  return new Response(JSON.stringify(problemBody(error, requestId)), { status: error.status, headers });
}

/** Turns whatever was thrown into an answer; what nobody expected goes to the log, once, and shows nothing outside. */
export function answerError(error: unknown, { requestId, log }: Pick<Ctx, 'requestId' | 'log'>): Response {
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
    JSON.stringify({
      type: 'about:blank',
      title: 'Something went wrong',
      status: 500,
      code: 'internal_error',
      requestId,
    }),
    { status: 500, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'private, no-store' } },
  );
}
