import { lookup as lookUp, Resolver } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address';

const timeoutMs = 5_000;
const maxBytes = 10_240;
const maxRedirects = 2;

/** What there is outside of this store, as far as proving a domain needs it; tests bring their own. */
export type Outside = {
  addressesOf(host: string): Promise<string[]>;
  /** TXT records, each put together. */
  textsOf(name: string): Promise<string[]>;
  isPublic(address: string): boolean;
  ports: { 'http:': number; 'https:': number };
};

export const internet: Outside = {
  addressesOf: async (host) => (await lookUp(host, { all: true })).map(({ address }) => address),
  async textsOf(name) {
    const records = await new Resolver({ timeout: 2_000, tries: 2 }).resolveTxt(name);
    return records.map((parts) => parts.join(''));
  },
  isPublic: isPublicAddress,
  ports: { 'http:': 80, 'https:': 443 },
};

/** Why there is no text to look at, in words for whoever wanted it looked at. */
export class Unreachable extends Error {}

/**
 * The text at an address of somebody else's: at most 10 KB in 5 s, from a public address of that host. It is resolved
 * once, checked, and connected to as it was checked, so that DNS cannot answer differently in between; again after each
 * of at most 2 redirects, which stay on the host. Throws Unreachable.
 */
export async function fetchText(outside: Outside, address: string): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await follow(outside, new URL(address), signal, maxRedirects);
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    throw new Unreachable(signal.aborted ? 'no answer in 5 s' : wordsOf(error));
  }
}

async function follow(outside: Outside, url: URL, signal: AbortSignal, redirects: number): Promise<string> {
  const addresses = await within(signal, outside.addressesOf(url.hostname));
  const allowed = addresses.filter((address) => outside.isPublic(address));
  if (allowed.length === 0) throw new Unreachable('its address is not a public one');
  const response = await get(outside, url, allowed, signal);
  const { statusCode = 0, headers } = response;
  if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
    response.destroy();
    const next = URL.parse(headers.location, url);
    const isHere = next?.hostname === url.hostname && next.port === '' && /^https?:$/.test(next.protocol);
    if (!next || !isHere) throw new Unreachable('it leads to another host');
    if (redirects === 0) throw new Unreachable('it leads on and on');
    return follow(outside, next, signal, redirects - 1);
  }
  if (statusCode !== 200) {
    response.destroy();
    throw new Unreachable(`it answers ${statusCode}`);
  }
  return readText(response);
}

function get(outside: Outside, url: URL, allowed: string[], signal: AbortSignal): Promise<IncomingMessage> {
  const protocol = url.protocol === 'https:' ? 'https:' : 'http:';
  const addresses = allowed.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  // In place of a second look at DNS.
  const lookup: LookupFunction = (_host, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, addresses);
    else if (first) done(null, first.address, first.family);
  };
  const options = {
    host: url.hostname,
    port: outside.ports[protocol],
    path: url.pathname + url.search,
    headers: { host: url.hostname, accept: 'text/plain', 'user-agent': 'Pomona domain check' },
    agent: false,
    lookup,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = protocol === 'https:' ? requestHttps(options, resolve) : requestHttp(options, resolve);
    request.on('error', reject);
    request.end();
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      response.destroy();
      throw new Unreachable('it is larger than 10 KB');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** DNS has no signal of its own. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Unreachable('no answer in 5 s'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const words: Record<string, string> = {
  ENOTFOUND: 'the domain has no address',
  ENODATA: 'the domain has no address',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection was cut',
};

/** What is known of a failure, without its message. */
function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/CERT|SIGNATURE|ERR_TLS|EPROTO|ERR_SSL/.test(code)) return 'it has no valid certificate';
  return words[code] ?? 'the connection failed';
}
