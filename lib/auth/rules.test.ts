import { describe, expect, test } from 'vitest';
import { callbackPath, originFor, safeNext, sentenceOfSignInError, signInPath } from './rules';

describe('after signing in one goes', () => {
  test.each([
    '/',
    '/library',
    '/apps/ledger?tab=reviews#top',
    '/search?q=a%20b',
    '/a//b',
    '/%2f%2fevil.example',
    '/@evil.example',
  ])('to %s', (path) => {
    expect(safeNext(path)).toBe(path);
  });

  test.each([
    '',
    'library',
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\0',
    '/..//evil.example',
    '/.//evil.example',
    '/a/../..//evil.example',
    '/%2e%2e//evil.example',
    ' /library',
    `/${'x'.repeat(3_000)}`,
    undefined,
    null,
    42,
    ['/library'],
  ])('home, not to %j', (value) => {
    expect(safeNext(value)).toBe('/');
  });

  test('back to where one was, in one query parameter', () => {
    expect(signInPath('/apps/x?a=1&b=2')).toBe('/sign-in?next=%2Fapps%2Fx%3Fa%3D1%26b%3D2');
    expect(signInPath('//evil.example')).toBe('/sign-in?next=%2F');
  });
});

describe('the address of the store is', () => {
  test.each([
    ['localhost:3000', 'http://localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000', 'http://localhost:3000', 'http://127.0.0.1:3000'],
    ['[::1]:3000', 'http://localhost:3000', 'http://[::1]:3000'],
    ['192.168.1.5:3000', 'http://localhost:3000', 'http://192.168.1.5:3000'],
    ['evil.example', 'http://localhost:3000', 'http://localhost:3000'],
    ['localhost.evil.example', 'http://localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1@evil.example', 'http://localhost:3000', 'http://localhost:3000'],
    ['999.1.1.1', 'http://localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000', 'https://store.example', 'https://store.example'],
    ['evil.example', 'https://store.example/', 'https://store.example'],
    [null, 'http://localhost:3000', 'http://localhost:3000'],
  ])('for Host %s under PUBLIC_URL %s: %s', (host, publicUrl, origin) => {
    expect(originFor(host, publicUrl)).toBe(origin);
  });
});

test('a callbackUrl may name this site in full, and no other', () => {
  const origin = 'http://127.0.0.1:3000';
  expect(callbackPath(`${origin}/library?x=1`, origin)).toBe('/library?x=1');
  expect(callbackPath('/library', origin)).toBe('/library');
  for (const value of [
    'http://127.0.0.1:3000.evil.example/',
    `${origin}//evil.example`,
    'https://evil.example',
    undefined,
  ]) {
    expect(callbackPath(value, origin)).toBe('/');
  }
});

test('an error in the address of the sign-in page is told in words of the store, never in its own', () => {
  expect(sentenceOfSignInError('email_unverified', 'Example')).toContain('Example has not confirmed');
  for (const code of ['', 'constructor', '<b>Call 555 0100</b>']) {
    expect(sentenceOfSignInError(code, 'Example')).toBe('That did not work. Try again.');
  }
});
