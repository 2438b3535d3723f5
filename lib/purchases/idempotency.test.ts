import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { fingerprintOf, parseIdempotencyKey } from './idempotency';

describe('an Idempotency-Key', () => {
  test.each([
    ['0123456789abcdef', '0123456789abcdef'],
    ['"0123456789abcdef"', '0123456789abcdef'],
    ['  0123456789abcdef  ', '0123456789abcdef'],
    ['"0123456789 \\"x\\" \\\\"', '0123456789 "x" \\'],
    ['a'.repeat(255), 'a'.repeat(255)],
    [`"${'a'.repeat(255)}"`, 'a'.repeat(255)],
    ['with spaces and ~ signs!', 'with spaces and ~ signs!'],
  ])('%s is taken', (header, key) => {
    expect(parseIdempotencyKey(header)).toBe(key);
  });

  test.each([
    ['idempotency_key_missing', null],
    ['idempotency_key_missing', ''],
    ['idempotency_key_missing', '   '],
    ['idempotency_key_invalid', '0123456789abcde'],
    ['idempotency_key_invalid', '"0123456789abcde"'],
    ['idempotency_key_invalid', 'a'.repeat(256)],
    ['idempotency_key_invalid', '"0123456789abcdef'],
    ['idempotency_key_invalid', '"0123456789"abcdef"'],
    ['idempotency_key_invalid', '"0123456789abcdef\\n"'],
    ['idempotency_key_invalid', '0123456789abcdéf'],
    ['idempotency_key_invalid', '0123456789\tabcdef'],
    ['idempotency_key_invalid', '0123456789abc\u0000def'],
  ])('%s: %j', (code, header) => {
    const parse = () => parseIdempotencyKey(header);
    expect(parse).toThrow(AppError);
    expect(parse).toThrow(expect.objectContaining({ code, status: 400 }));
  });
});

describe('a fingerprint', () => {
  test('does not depend on the order or the spacing of the body', () => {
    expect(fingerprintOf('POST', '/purchases', { a: 1, b: { c: 2, d: 3 } })).toBe(
      fingerprintOf('POST', '/purchases', { b: { d: 3, c: 2 }, a: 1 }),
    );
  });

  test('depends on method, route and every value', () => {
    const prints = [
      fingerprintOf('POST', '/purchases', { a: 1 }),
      fingerprintOf('PUT', '/purchases', { a: 1 }),
      fingerprintOf('POST', '/refunds', { a: 1 }),
      fingerprintOf('POST', '/purchases', { a: 2 }),
      fingerprintOf('POST', '/purchases', { a: '1' }),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });
});
