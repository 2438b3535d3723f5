import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { SignedIn } from '@/lib/accounts/open-session';
import { getMyName } from '@/lib/accounts/queries';
import { sessionLifetimeMs } from '@/lib/accounts/rules';
import { signIn } from '@/lib/accounts/sign-in';
import { signInWithIdentity } from '@/lib/accounts/sign-in-with-identity';
import { signOut } from '@/lib/accounts/sign-out';
import type { Ctx } from '@/lib/context';
import { env, trustHostOfNextAuthRequests } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { authCookies, errandCookieNames, readCookie } from './cookies';
import { describeOidcError, identityOf, oidcProvider } from './oidc';
import { callbackPath } from './rules';

// The `sessions` row decides how long a session lives; the cookie may outlive it. Browsers keep none for longer.
const cookieLifetimeSeconds = 400 * 86_400;

/** How next-auth calls what this store lets it do. */
const routes = {
  csrf: ['csrf'],
  session: ['session'],
  providers: ['providers'],
  callback: ['callback', 'credentials'],
  signout: ['signout'],
  'signin/oidc': ['signin', 'oidc'],
  'callback/oidc': ['callback', 'oidc'],
} as const;

export type AuthCall = {
  ctx: Ctx;
  method: 'GET' | 'POST';
  action: keyof typeof routes;
  /** Fields of the form. */
  body: Record<string, string>;
  /** What the provider says with the browser that it sends back. */
  query: Record<string, string>;
  headers: Headers;
  address: string;
  /** The address of the store as the client opened it. */
  origin: string;
};

export type AuthAnswer = { headers: Headers; body: string };

/**
 * One request to next-auth: its CSRF token, session, sign-in or sign-out. Throws 401 `invalid_credentials`,
 * 400 `csrf_token_invalid`, 429 `rate_limited`, 503 `oidc_unavailable`, 401 `oidc_failed`, and whatever else kept a
 * command from its answer.
 */
export async function callNextAuth(call: AuthCall): Promise<AuthAnswer> {
  trustHostOfNextAuthRequests();
  const outcome: Outcome = {};
  const answer = collect(call.action);
  const { host, protocol } = new URL(call.origin);
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: [...routes[call.action]] },
    body: { ...call.body, callbackUrl: call.origin + callbackPath(call.body.callbackUrl, call.origin), json: 'true' },
    headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    cookies: cookiesOf(call),
  };
  const response = answer.response as unknown as NextApiResponse;
  await NextAuth(request as unknown as NextApiRequest, response, optionsFor(call, outcome));
  if (outcome.failure) throw outcome.failure.error;
  if (answer.status() === 401) {
    throw new AppError('unauthenticated', 'invalid_credentials', {
      detail: 'The e-mail address or the password is wrong.',
      // Where next-auth's own client looks for the error.
      members: { url: `${call.origin}/sign-in?error=CredentialsSignin` },
    });
  }
  if (call.method === 'POST' && !outcome.signedIn && /\/api\/auth\/sign(in|out)\?csrf=true"/.test(answer.body())) {
    throw new AppError('invalid', 'csrf_token_invalid', {
      detail: 'Get a token from /api/auth/csrf and keep its cookie.',
    });
  }
  requireProvider(call, outcome, answer.body());
  if (answer.status() !== 200) throw new Error(`next-auth answered ${answer.status()}`);
  return { headers: answer.headers, body: answer.body() };
}

/** next-auth answers whatever goes wrong between it and the provider with the address of an error page. */
function requireProvider({ action, origin }: AuthCall, outcome: Outcome, body: string): void {
  if (action === 'signin/oidc' && body.startsWith(`{"url":"${origin}/`)) {
    throw new AppError('unavailable', 'oidc_unavailable', { detail: 'The provider cannot be reached.' });
  }
  if (action === 'callback/oidc' && !outcome.signedIn) {
    throw new AppError('unauthenticated', 'oidc_failed', { detail: 'Signing in at the provider did not work.' });
  }
}

/** What next-auth would turn into a redirect with the exception's text in it. */
type Outcome = { signedIn?: SignedIn; failure?: { error: unknown } };

function optionsFor(call: AuthCall, outcome: Outcome): AuthOptions {
  const { ctx } = call;
  const { actor } = ctx;
  const attempt = async <T>(work: () => Promise<T>) => {
    try {
      return await work();
    } catch (error) {
      outcome.failure = { error };
      return null;
    }
  };
  const authorize = () =>
    attempt(async () => {
      const { email = '', password = '' } = call.body;
      const userAgent = call.headers.get('user-agent') ?? '';
      const signedIn = await signIn(ctx, { email, password, userAgent, address: call.address });
      if (!signedIn) return null;
      outcome.signedIn = signedIn;
      return { id: signedIn.userId };
    });
  const oidc = oidcProvider();
  return {
    secret: env().POMONA_SECRET,
    useSecureCookies: env().isHttps,
    cookies: authCookies(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      { id: 'credentials', name: 'Password', type: 'credentials', credentials: {}, authorize },
      ...(oidc ? [oidc] : []),
    ],
    session: { strategy: 'jwt', maxAge: cookieLifetimeSeconds },
    jwt: {
      maxAge: cookieLifetimeSeconds,
      // The cookie was read and checked against the database already.
      decode: () => (actor.kind === 'user' ? { sid: actor.sessionId } : null),
    },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc') return true;
        const identity = identityOf(profile);
        if (!identity) return false;
        const from = { userAgent: call.headers.get('user-agent') ?? '', address: call.address };
        const signedIn = await attempt(() => signInWithIdentity(ctx, identity, from));
        if (signedIn) outcome.signedIn = signedIn;
        return signedIn !== null;
      },
      jwt: ({ token }) => ({ sid: outcome.signedIn?.sessionId ?? token.sid }),
      session: async ({ session }) => {
        const user = await attempt(
          async () => actor.kind === 'user' && { id: actor.userId, name: await getMyName(ctx) },
        );
        return { ...session, user: user || undefined, expires: expiryOf(ctx) };
      },
    },
    events: {
      signOut: async () => {
        if (actor.kind === 'user') await attempt(() => signOut(ctx));
      },
    },
    logger: {
      error: (code, metadata) => {
        // The answer to every cookie of an ended session.
        if (code === 'JWT_SESSION_ERROR') return;
        const error = 'error' in metadata ? metadata.error : metadata;
        if (/OAUTH/.test(code))
          logger().warn({ code, reason: describeOidcError(error) }, 'sign-in at the provider failed');
        else logger().error({ code, err: error }, 'next-auth');
      },
      warn: (code) => logger().warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

const expiryOf = ({ now }: Ctx) => new Date(now.getTime() + sessionLifetimeMs).toISOString();

function cookiesOf({ action, headers }: AuthCall): Record<string, string> {
  const { sessionToken, csrfToken, callbackUrl } = authCookies();
  const errands = action === 'callback/oidc' ? errandCookieNames() : [];
  const names = [sessionToken.name, csrfToken.name, ...errands.filter((name) => name !== callbackUrl.name)];
  const found = names.map((name) => [name, readCookie(headers, name)]);
  return Object.fromEntries(found.filter(([, value]) => value));
}

/** As much of a Node response as next-auth writes to. */
function collect(action: AuthCall['action']) {
  const isKept = (cookie: string) => action === 'signin/oidc' || !cookie.startsWith(authCookies().callbackUrl.name);
  const headers = new Headers();
  let status = 200;
  let body = '';
  const response = {
    status: (code: number) => {
      status = code;
      return response;
    },
    getHeader: () => headers.getSetCookie(),
    setHeader: (name: string, value: string | string[]) => {
      if (!Array.isArray(value)) headers.set(name, value);
      else {
        headers.delete(name);
        for (const one of value) if (isKept(one)) headers.append(name, one);
      }
      return response;
    },
    json: (value: unknown) => response.send(value),
    send: (value: unknown) => {
      headers.set('Content-Type', 'application/json');
      body = typeof value === 'string' ? value : JSON.stringify(value);
    },
  };
  return { response, headers, status: () => status, body: () => body };
}
