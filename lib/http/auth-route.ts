import { actorOf } from '@/lib/auth/actor';
import { type AuthCall, callNextAuth } from '@/lib/auth/next-auth';
import { callbackPath, originFor, signInPath } from '@/lib/auth/rules';
import { requestContext } from '@/lib/context';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { clientAddress, isSameOrigin } from './client';
import { finishOidc, startOidc } from './oidc-route';
import { answerError } from './problem';
import { readBytes } from './route';

const noStore = { 'Cache-Control': 'private, no-store' };

const actions: Record<string, AuthCall['action']> = {
  'GET csrf': 'csrf',
  'GET session': 'session',
  'GET providers': 'providers',
  'POST callback/credentials': 'callback',
  'POST signout': 'signout',
};

/** Everything under /api/auth: next-auth behind this store's limits, origin check and problem documents. */
export async function authRoute(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const ctx = requestContext();
  try {
    const address = clientAddress(request.headers);
    await takeFromLimit(ctx, 'requests', address);
    if (request.method === 'POST') refuseForeignOrigin(request);
    ctx.actor = await actorOf(ctx, request.headers);
    const origin = originFor(request.headers.get('host'), env().PUBLIC_URL);
    const path = (await context.params).nextauth.join('/');
    const { searchParams } = new URL(request.url);
    const moved = request.method === 'GET' && pageFor(path, searchParams, origin);
    if (moved) return new Response(null, { status: 302, headers: { Location: moved, ...noStore } });
    const common = { ctx, headers: request.headers, address, origin };
    const route = `${request.method} ${path}`;
    if (route === 'POST signin/oidc') return await startOidc({ ...common, body: await readFields(request), query: {} });
    if (route === 'GET callback/oidc') {
      return await finishOidc({ ...common, body: {}, query: Object.fromEntries(searchParams) });
    }
    const action = actions[route];
    if (!action) throw new AppError('not_found', 'not_found', { detail: 'There is no such route.' });
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const body = method === 'POST' ? await readFields(request) : {};
    return await answer({ ...common, method, action, body, query: {} });
  } catch (error) {
    return answerError(error, ctx);
  }
}

/** Programs ask for JSON with `json=true`; a form in a browser goes to a page. */
async function answer(call: AuthCall): Promise<Response> {
  const isForm = call.method === 'POST' && call.body.json !== 'true';
  const next = callbackPath(call.body.callbackUrl, call.origin);
  try {
    const { headers, body } = await callNextAuth(call);
    headers.set('Cache-Control', noStore['Cache-Control']);
    if (!isForm) return new Response(body, { status: 200, headers });
    headers.delete('Content-Type');
    headers.set('Location', call.origin + next);
    return new Response(null, { status: 303, headers });
  } catch (error) {
    if (!isForm || !(error instanceof AppError) || error.code !== 'invalid_credentials') throw error;
    const location = `${call.origin}${signInPath(next)}&error=CredentialsSignin`;
    return new Response(null, { status: 303, headers: { Location: location, ...noStore } });
  }
}

/** The page of this store that stands for one of next-auth's. */
function pageFor(path: string, query: URLSearchParams, origin: string): string | null {
  if (path === 'signin') return origin + signInPath(callbackPath(query.get('callbackUrl'), origin));
  if (path === 'signout') return `${origin}/`;
  return path === 'error' ? `${origin}/sign-in?error=CredentialsSignin` : null;
}

/** next-auth's token guards a request without an Origin. */
function refuseForeignOrigin(request: Request) {
  if (request.headers.has('origin') && !isSameOrigin(request.headers)) {
    throw new AppError('forbidden', 'bad_origin', { detail: 'The Origin header must name this store.' });
  }
}

/** The text fields of a form or a JSON object; whatever is not text is left out. */
async function readFields(request: Request): Promise<Record<string, string>> {
  const bytes = await readBytes(request);
  const invalid = new AppError('invalid', 'invalid_request', { detail: 'Send a form or a JSON object in UTF-8.' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid;
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  if (type !== 'application/json') {
    if (text === '') return {};
    throw invalid;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalid;
  const fields = Object.entries(value).map(([name, field]) => [name, field === true ? 'true' : field]);
  return Object.fromEntries(fields.filter(([, field]) => typeof field === 'string'));
}
