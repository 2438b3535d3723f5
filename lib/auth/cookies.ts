import { env } from '@/lib/env';

/** `__Host-` names where browsers take them: over https. */
const nameOf = (name: string) => `${env().isHttps ? '__Host-' : ''}next-auth.${name}`;

const attributes = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env().isHttps });

export const sessionCookie = () => ({ name: nameOf('session-token'), options: attributes() });

/** What a browser keeps while its person is at the provider: seconds. */
const errandSeconds = 15 * 60;

const errandCookie = (name: string) => ({
  name: nameOf(name),
  options: { ...attributes(), maxAge: errandSeconds },
});

/** next-auth's cookies under our names. */
export const authCookies = () => ({
  sessionToken: sessionCookie(),
  csrfToken: { name: nameOf('csrf-token'), options: attributes() },
  callbackUrl: errandCookie('callback-url'),
  pkceCodeVerifier: errandCookie('pkce.code_verifier'),
  state: errandCookie('state'),
  nonce: errandCookie('nonce'),
});

/** Of which browser it was that went to the provider, and where it wanted to go. */
export function errandCookieNames(): string[] {
  const { callbackUrl, pkceCodeVerifier, state, nonce } = authCookies();
  return [callbackUrl, pkceCodeVerifier, state, nonce].map(({ name }) => name);
}

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

/** A `Set-Cookie` that removes a cookie of these from the browser. */
export const expiredCookie = (name: string): string =>
  `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${attributes().secure ? '; Secure' : ''}`;

export const expiredSessionCookie = (): string => expiredCookie(sessionCookie().name);
