import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type ProviderAccount = { sub: string; email?: string; email_verified?: boolean; name?: string };

const client = { id: 'store', secret: 'a secret of the store and its provider' };

/** A real OpenID Connect provider on this machine, where whoever signs in is `present`. */
export async function identityProvider(redirectUri: string) {
  const accounts = new Map<string, ProviderAccount>();
  let present: string | null = null;
  const server = createServer();
  await listen(server, 0);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => accounts.get(sub) ?? { sub } }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response);
    interact(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  /** Signs the present person in, who agrees to everything; nobody refuses. */
  async function interact(request: IncomingMessage, response: ServerResponse) {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (present === null) {
      return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'No.' });
    }
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: present } });
    const grant = new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
    grant.addOIDCScope('openid email profile');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }

  return {
    issuer,
    client,
    /** Who signs in from now on; null: somebody who changes their mind. */
    arrive(account: ProviderAccount | null) {
      if (account) accounts.set(account.sub, account);
      present = account?.sub ?? null;
    },
    /** What a browser does between leaving for the provider and coming back: the address it comes back to. */
    async visit(url: string): Promise<string> {
      const cookies = new Map<string, string>();
      let next = url;
      for (let steps = 0; steps < 10 && !next.startsWith(redirectUri); steps += 1) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [pair = ''] = line.split(';', 1);
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        const location = answer.headers.get('location');
        if (!location) throw new Error(`The provider answers ${answer.status}: ${await answer.text()}`);
        next = new URL(location, next).href;
      }
      return next;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
    start: () => listen(server, Number(new URL(issuer).port)),
  };
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
