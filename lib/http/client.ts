import { AppError } from '@/lib/errors';
import { env } from '@/lib/env';

/** The client's address; the server puts it there and overwrites what a client sends. */
export const clientAddress = (headers: Headers): string => headers.get('x-forwarded-for')?.trim() || 'unknown';

export const isLoopback = (address: string) => address === '::1' || /^(::ffff:)?127\./.test(address);

/**
 * A write with the session cookie needs an `Origin` of this store: PUBLIC_URL's, or http(s):// + Host.
 * Requests without cookies carry no authority of a browser and pass. Throws 403 `bad_origin`.
 */
export function requireSameOrigin(request: Request): void {
  if (!request.headers.get('cookie')) return;
  if (!isSameOrigin(request.headers)) {
    throw new AppError('forbidden', 'bad_origin', { detail: 'The Origin header must name this store.' });
  }
}

export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  if (!origin) return false;
  return (
    origin === new URL(env().PUBLIC_URL).origin ||
    (host !== null && (origin === `http://${host}` || origin === `https://${host}`))
  );
}
