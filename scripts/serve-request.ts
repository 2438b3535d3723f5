import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { pathHeader } from '@/lib/auth/rules';

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const requestIdPattern = /^[A-Za-z0-9._-]{8,128}$/;
const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;

// Headers that Next trusts because its own proxies set them.
const internalHeaders =
  /^(x-middleware-.*|x-invoke-.*|x-matched-path|x-now-route-matches|x-prerender-.*|x-nonce|next-resume|next-action|x-action-.*|content-security-policy(-report-only)?)$/;
const internalInProduction = /^x-next(js)?-/;

export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
}

/** A status for what no route should see: malformed or hostile request lines. Null when it is fine. */
export function refusalOf(request: IncomingMessage): 400 | 405 | null {
  if (!methods.includes(request.method ?? '')) return 405;
  const url = request.url ?? '';
  const { host } = request.headers;
  if (host !== undefined && !hostPattern.test(host)) return 400;
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return 400;
  const [path = ''] = url.split('?', 1);
  try {
    const decoded = decodeURIComponent(path);
    if (hasControlCharacter(decoded) || /^\/[/\\]/.test(decoded)) return 400;
  } catch {
    return 400;
  }
  return null;
}

/** The address with spaces for NUL in its query: no text that is asked for has it, and nothing behind can store it. */
export function withoutNul(url: string): string {
  const [path = '', ...query] = url.split('?');
  return [path, ...query.map((part) => part.replaceAll('%00', '%20'))].join('?');
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** Each proxy appends: what the outermost trusted one saw is the n-th from the right. */
function lastOf(header: string | string[] | undefined, fromRight: number): string | null {
  const values = [header ?? []].flat().join(',').split(',');
  const list = values.map((value) => value.trim()).filter((value) => value !== '');
  return list.at(-Math.min(fromRight, list.length)) ?? null;
}

function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}

export interface Trust {
  /** How many proxies stand in front. */
  proxies: number;
  nonce: string;
  requestId: string;
  csp: string;
  isProduction: boolean;
}

/** Leaves only headers that the client may decide about and adds the ones that Next and lib rely on. */
export function rewriteHeaders(request: IncomingMessage, trust: Trust): void {
  const { headers } = request;
  const { proxies } = trust;
  const address = plainAddress(request.socket.remoteAddress);
  const forwardedFor = proxies > 0 ? lastOf(headers['x-forwarded-for'], proxies) : null;
  const proto = proxies > 0 ? lastOf(headers['x-forwarded-proto'], proxies) : null;
  const host = proxies > 0 ? lastOf(headers['x-forwarded-host'], proxies) : null;
  const port = proxies > 0 ? lastOf(headers['x-forwarded-port'], proxies) : null;
  for (const name of Object.keys(headers)) {
    if (internalHeaders.test(name) || (trust.isProduction && internalInProduction.test(name))) delete headers[name];
  }
  // Headers of Next's own navigation mean nothing to a program's route.
  if (request.url?.startsWith('/api/')) {
    for (const name of Object.keys(headers)) if (/^(rsc|next-router-.*|next-url)$/.test(name)) delete headers[name];
  }
  headers.host ??= `localhost:${request.socket.localPort}`;
  delete headers.forwarded;
  headers['x-forwarded-for'] = forwardedFor ?? address;
  headers['x-real-ip'] = headers['x-forwarded-for'];
  headers['x-forwarded-proto'] = proto === 'https' || proto === 'http' ? proto : 'http';
  headers['x-forwarded-host'] = host !== null && hostPattern.test(host) ? host : headers.host;
  headers['x-forwarded-port'] = port !== null && /^\d{1,5}$/.test(port) ? port : String(request.socket.localPort);
  headers['x-request-id'] = trust.requestId;
  headers['content-security-policy'] = trust.csp;
  headers['x-nonce'] = trust.nonce;
  headers[pathHeader] = pagePathOf(request.url ?? '/');
}

/** Path and query as an address bar shows them: without what Next adds when it asks for a page's parts. */
function pagePathOf(url: string): string {
  const [path = '/', ...query] = url.split('?');
  const shown = query
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && !/^_rsc(=|$)/.test(pair));
  return shown.length === 0 ? path : `${path}?${shown.join('&')}`;
}

/**
 * The back button may keep a visitor's pages. Those of a signed-in person name them and say what they own: after signing
 * out or buying, going back must ask again.
 */
export function pageCacheControl({ cookie = '' }: IncomingHttpHeaders, sessionCookie: string): string {
  const isSignedIn = cookie.split(';').some((pair) => pair.trim().startsWith(`${sessionCookie}=`));
  return isSignedIn ? 'private, no-store' : 'private, no-cache';
}

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const development = isDevelopment ? " 'unsafe-eval'" : '';
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function protectiveHeaders(isHttps: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
