import { env } from '@/lib/env';

/** `__Host-` names where browsers take them: over https. */
const nameOf = (name: string) => `${env().isHttps ? '__Host-' : ''}next-auth.${name}`;

const attributes = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env().isHttps });

export const sessionCookie = () => ({ name: nameOf('session-token'), options: attributes() });

/** next-auth's cookies under our names. */
export const authCookies = () => ({
  sessionToken: sessionCookie(),
  csrfToken: { name: nameOf('csrf-token'), options: attributes() },
  callbackUrl: { name: nameOf('callback-url'), options: attributes() },
});

/** The first cookie of that name, decoded; null when there is none. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const pair of headers.get('cookie')?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const value = pair.slice(at + 1).trim();
    try {
      return decodeURIComponent(value);
    } catch {
      return value;
    }
  }
  return null;
}

/** A `Set-Cookie` that removes the session cookie from the browser. */
export function expiredSessionCookie(): string {
  const { name, options } = sessionCookie();
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`;
}
