import { errandCookieNames, expiredCookie, readCookie, authCookies } from '@/lib/auth/cookies';
import { type AuthCall, callNextAuth } from '@/lib/auth/next-auth';
import { oidcName } from '@/lib/auth/oidc';
import { callbackPath, signInPath } from '@/lib/auth/rules';
import { AppError } from '@/lib/errors';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { isSameOrigin } from './client';

const noStore = { 'Cache-Control': 'private, no-store' };

type Errand = Omit<AuthCall, 'action' | 'method'>;

/** Sends a browser to the store's OpenID Connect provider; programs get the address as JSON. */
export async function startOidc(errand: Errand): Promise<Response> {
  const call: AuthCall = { ...errand, method: 'POST', action: 'signin/oidc' };
  const isForm = call.body.json !== 'true';
  const next = callbackPath(call.body.callbackUrl, call.origin);
  try {
    const name = oidcName();
    if (name === null) throw new AppError('not_found', 'not_found', { detail: 'There is no such route.' });
    await takeFromLimit(call.ctx, 'signInAddress', call.address);
    const { headers, body } = await callNextAuth(await withToken(call));
    headers.set('Cache-Control', noStore['Cache-Control']);
    if (!isForm) return new Response(body, { status: 200, headers });
    headers.set('Content-Type', 'text/html; charset=utf-8');
    return new Response(waypoint((JSON.parse(body) as { url: string }).url, name), { status: 200, headers });
  } catch (error) {
    if (!isForm) throw error;
    return backToSignIn(call, next, error);
  }
}

/** What the provider says of a browser that it sends back: a session and on to where it was going, or to sign-in. */
export async function finishOidc(errand: Errand): Promise<Response> {
  const call: AuthCall = { ...errand, method: 'GET', action: 'callback/oidc' };
  if (oidcName() === null) throw new AppError('not_found', 'not_found', { detail: 'There is no such route.' });
  const next = callbackPath(readCookie(call.headers, authCookies().callbackUrl.name), call.origin);
  const { error: refusal } = call.query;
  try {
    await takeFromLimit(call.ctx, 'signInAddress', call.address);
    if (refusal === 'access_denied') throw new AppError('unauthenticated', 'oidc_cancelled');
    const { headers } = await callNextAuth(call);
    for (const name of errandCookieNames()) headers.append('Set-Cookie', expiredCookie(name));
    headers.delete('Content-Type');
    headers.set('Cache-Control', noStore['Cache-Control']);
    headers.set('Location', call.origin + next);
    return new Response(null, { status: 303, headers });
  } catch (error) {
    return backToSignIn(call, next, error);
  }
}

function backToSignIn({ ctx, origin }: AuthCall, next: string, error: unknown): Response {
  if (!(error instanceof AppError)) ctx.log.error({ err: error }, 'sign-in at the provider failed');
  const code = error instanceof AppError ? error.code : 'oidc_failed';
  const headers = new Headers({ ...noStore, Location: `${origin}${signInPath(next)}&error=${code}` });
  for (const name of errandCookieNames()) headers.append('Set-Cookie', expiredCookie(name));
  return new Response(null, { status: 303, headers });
}

/** A form of this store needs no token: the browser says where it comes from. */
async function withToken(call: AuthCall): Promise<AuthCall> {
  if (call.body.csrfToken || !isSameOrigin(call.headers)) return call;
  const answer = await callNextAuth({ ...call, method: 'GET', action: 'csrf', body: {} });
  const { csrfToken } = JSON.parse(answer.body) as { csrfToken: string };
  const headers = new Headers(call.headers);
  const made = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  headers.set('cookie', [...made, headers.get('cookie')].filter(Boolean).join('; '));
  return { ...call, headers, body: { ...call.body, csrfToken } };
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A page between: the policy of this store lets no form lead a browser to another site, and a link may. */
function waypoint(url: string, name: string): string {
  const href = escapeHtml(url);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0;url=${href}">
<title>One moment</title>
<p><a href="${href}">Continue to ${escapeHtml(name)}</a></p>
</html>
`;
}
