import { decode } from 'next-auth/jwt';
import { env } from '@/lib/env';
import { readCookie, sessionCookie } from './cookies';

/** The session id in the request's cookie; null for none, a tampered, an expired or a foreign one. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const { POMONA_SECRET: secret } = env();
  const token = readCookie(headers, sessionCookie().name);
  if (!token) return null;
  try {
    const claims = await decode({ token, secret });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    return null;
  }
}
