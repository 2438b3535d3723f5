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

/** Path and query of the page that is asked for; the server sets it, whatever a client sent. */
export const pathHeader = 'x-pomona-path';

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

/** What the sign-in page says to an error in its address; `provider` is the name of the store's own sign-on. */
export function sentenceOfSignInError(code: string, provider: string): string {
  switch (code) {
    case 'CredentialsSignin':
      return 'The e-mail address or the password is wrong.';
    case 'email_unverified':
      return `${provider} has not confirmed your e-mail address. Confirm it there, then come back.`;
    case 'account_suspended':
      return 'This account is suspended. Ask whoever runs this store.';
    case 'identity_taken':
      return 'The account with your e-mail address belongs to somebody else. Ask whoever runs this store.';
    case 'sign_up_closed':
      return 'This store does not take new accounts. Ask whoever runs it to let you in.';
    case 'oidc_cancelled':
      return `You did not finish signing in with ${provider}.`;
    case 'oidc_unavailable':
      return `${provider} cannot be reached right now. Try again in a moment.`;
    case 'oidc_failed':
      return `Signing in with ${provider} did not work. Try again.`;
    case 'rate_limited':
      return 'That was a lot at once. Try again in a minute.';
    default:
      return 'That did not work. Try again.';
  }
}
