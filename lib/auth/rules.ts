const maxLength = 2_000;

// Browsers drop control characters from addresses: "/\t/evil" becomes "//evil".
const unsafe = /[\x00-\x1f\x7f\\]/;

/** A path of this site to go to after signing in; `/` for anything that a browser could read as another site's. */
export function safeNext(value: unknown): string {
  if (typeof value !== 'string' || value.length > maxLength || unsafe.test(value)) return '/';
  if (!value.startsWith('/') || value.startsWith('//')) return '/';
  const here = 'http://here.invalid';
  if (!URL.canParse(value, here)) return '/';
  const url = new URL(value, here);
  // "/..//evil" is a path until somebody shortens it.
  return url.origin === here && !url.pathname.startsWith('//') ? value : '/';
}

export const signInPath = (next: string) => `/sign-in?next=${encodeURIComponent(safeNext(next))}`;

// Names that only this machine has, and numbers: nobody can make them lead elsewhere.
const ownHost = /^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** The address of the store as this visitor opened it: PUBLIC_URL's, or a plain address of the machine. */
export function originFor(host: string | null, publicUrl: string): string {
  const { origin, protocol } = new URL(publicUrl);
  const isOwn = host !== null && protocol === 'http:' && ownHost.test(host) && URL.canParse(`http://${host}`);
  return isOwn ? new URL(`http://${host}`).origin : origin;
}

/** The path in a `callbackUrl` that next-auth was given, if it is one of this site. */
export function callbackPath(value: unknown, origin: string): string {
  if (typeof value !== 'string') return '/';
  return safeNext(value.startsWith(`${origin}/`) ? value.slice(origin.length) : value);
}
