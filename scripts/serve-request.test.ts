import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  pageCacheControl,
  refusalOf,
  requestIdOf,
  rewriteHeaders,
  withoutNul,
} from './serve-request';

function request(url: string, headers: Record<string, string> = {}, method = 'GET'): IncomingMessage {
  const socket = { remoteAddress: '::ffff:203.0.113.9', localPort: 3000 };
  return { url, method, headers: { host: 'localhost:3000', ...headers }, socket } as unknown as IncomingMessage;
}

function rewritten(headers: Record<string, string>, proxies = 0) {
  const one = request('/', headers);
  rewriteHeaders(one, { proxies, nonce: 'n', csp: 'policy', requestId: 'made-up-id', isProduction: true });
  return one.headers;
}

test.each([
  '/%',
  '/%ff',
  '//evil.example',
  '/\\evil.example',
  '/%5cevil',
  '/%2Fevil',
  '/a%00b',
  'http://evil/',
  '*',
  '/%0d%0a',
])('the malformed address %s is refused with 400', (url) => expect(refusalOf(request(url))).toBe(400));

test('NUL in a query is a space, in a path it is refused', () => {
  expect(refusalOf(request('/search?q=a%00b'))).toBeNull();
  expect(withoutNul('/search?q=a%00b?%00&x=%2500')).toBe('/search?q=a%20b?%20&x=%2500');
});

test.each(['/', '/apps/caf%C3%A9', '/search?q=100%25&x=a//b', '/apps/a%2Fb', '/?next=%2F%2Fevil'])(
  '%s is let through',
  (url) => expect(refusalOf(request(url))).toBeNull(),
);

test('a method that no route has is refused with 405, a malformed host with 400', () => {
  expect(refusalOf(request('/', {}, 'TRACE'))).toBe(405);
  expect(refusalOf(request('/', { host: 'a b' }))).toBe(400);
  expect(refusalOf(request('/', { host: '[::1]:3000' }))).toBeNull();
});

test('a sane request id is kept, any other replaced', () => {
  expect(requestIdOf({ 'x-request-id': 'abc-123.DEF_4' })).toBe('abc-123.DEF_4');
  for (const bad of ['short', 'has space in it', `${'x'.repeat(129)}`, 'line\nbreak-in-it']) {
    expect(requestIdOf({ 'x-request-id': bad })).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('without trusted proxies forwarded headers are overwritten with the connection', () => {
  expect(
    rewritten({
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
      'x-real-ip': '10.0.0.1',
      forwarded: 'for=10.0.0.1',
    }),
  ).toEqual({
    host: 'localhost:3000',
    'x-forwarded-for': '203.0.113.9',
    'x-real-ip': '203.0.113.9',
    'x-forwarded-host': 'localhost:3000',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '3000',
    'x-request-id': 'made-up-id',
    'content-security-policy': 'policy',
    'x-nonce': 'n',
    'x-pomona-path': '/',
  });
});

test.each([
  ['/', '/'],
  ['/apps/x?_rsc=1a2b', '/apps/x'],
  ['/search?q=a%20b&_rsc=1a2b&sort=rating', '/search?q=a%20b&sort=rating'],
  ['/search?q=a?b&&', '/search?q=a?b'],
])('pages learn that %s was asked for as %s, whatever the client says', (url, path) => {
  const one = request(url, { 'x-pomona-path': '//evil.example' });
  rewriteHeaders(one, { proxies: 0, nonce: 'n', csp: 'policy', requestId: 'made-up-id', isProduction: true });
  expect(one.headers['x-pomona-path']).toBe(path);
});

test('with n trusted proxies the client is the n-th entry from the right', () => {
  const given = { 'x-forwarded-for': 'forged, 198.51.100.7, 192.0.2.1', 'x-forwarded-proto': 'https' };
  expect(rewritten(given, 1)['x-forwarded-for']).toBe('192.0.2.1');
  expect(rewritten(given, 2)['x-forwarded-for']).toBe('198.51.100.7');
  expect(rewritten(given, 2)['x-forwarded-proto']).toBe('https');
  expect(rewritten({}, 2)['x-forwarded-for']).toBe('203.0.113.9');
});

test('headers that Next trusts, and a policy or nonce of the client, do not pass', () => {
  const headers = rewritten({
    'x-middleware-subrequest': 'middleware',
    'x-nextjs-data': '1',
    'x-matched-path': '/admin',
    'x-invoke-path': '/admin',
    'next-action': 'abc',
    'content-security-policy': "script-src 'nonce-evil'",
    'x-nonce': 'evil',
    rsc: '1',
  });
  expect(Object.keys(headers).filter((name) => /middleware|nextjs|matched|invoke|action/.test(name))).toEqual([]);
  expect(headers).toMatchObject({ 'content-security-policy': 'policy', 'x-nonce': 'n', rsc: '1' });
});

test('a page of somebody who is signed in is kept nowhere; the back button may keep a visitor’s', () => {
  const of = (cookie?: string) => pageCacheControl({ cookie }, 'next-auth.session-token');
  for (const cookie of ['next-auth.session-token=abc', 'a=b; next-auth.session-token=abc; c=d']) {
    expect(of(cookie)).toBe('private, no-store');
  }
  for (const cookie of [undefined, '', 'pomona-country=US', 'x=next-auth.session-token=abc']) {
    expect(of(cookie)).toBe('private, no-cache');
  }
});

test('scripts need the nonce in production; only development may evaluate', () => {
  expect(contentSecurityPolicy('abc', false)).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(contentSecurityPolicy('abc', false)).not.toMatch(/unsafe-eval|style-src [^;]*unsafe-inline|ws:/);
  expect(contentSecurityPolicy('abc', true)).toContain("'unsafe-eval'");
});
