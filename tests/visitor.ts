import { GET as authGet, POST as authPost } from '@/app/api/auth/[...nextauth]/route';

type Params = Record<string, string | string[]>;
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
type Options = {
  json?: unknown;
  form?: Record<string, string>;
  body?: BodyInit;
  params?: Params;
  headers?: Record<string, string | null>;
};

let addresses = 0;

/** A client of the route handlers that keeps cookies as a browser does, at an address of its own. */
export function visitor({ origin = 'http://localhost:3000', address = '' } = {}) {
  addresses += 1;
  const cookies = new Map<string, string>();
  const own = address || `10.0.${addresses >> 8}.${addresses & 255}`;

  async function call(handler: Handler, method: string, path: string, options: Options = {}): Promise<Response> {
    const headers = new Headers({ host: new URL(origin).host, 'x-forwarded-for': own, 'user-agent': 'test/1' });
    if (method !== 'GET') headers.set('origin', origin);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    let { body } = options;
    if (options.json !== undefined) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(options.json);
    }
    if (options.form) body = new URLSearchParams(options.form);
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    const request = new Request(`${origin}${path}`, { method, headers, body });
    const response = await handler(request, { params: Promise.resolve(options.params ?? {}) as Promise<never> });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string) {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const isGone = attributes.some(
      (a) => a === 'Max-Age=0' || (a.startsWith('Expires=') && new Date(a.slice(8)) < new Date()),
    );
    if (isGone) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }

  /** A route of next-auth, e.g. `session`. */
  const auth = (method: 'GET' | 'POST', path: string, options: Options = {}) =>
    call(method === 'GET' ? authGet : authPost, method, `/api/auth/${path}`, {
      ...options,
      params: { nextauth: (path.split('?', 1)[0] ?? '').split('/') },
    });

  async function csrfToken(): Promise<string> {
    const { csrfToken } = await (await auth('GET', 'csrf')).json();
    return csrfToken;
  }

  const signIn = async (email: string, password: string, fields: Record<string, string> = {}) =>
    auth('POST', 'callback/credentials', {
      form: { csrfToken: await csrfToken(), email, password, json: 'true', ...fields },
    });

  const signOut = async () => auth('POST', 'signout', { form: { csrfToken: await csrfToken(), json: 'true' } });

  return { call, auth, csrfToken, signIn, signOut, cookies, address: own };
}

export type Visitor = ReturnType<typeof visitor>;
