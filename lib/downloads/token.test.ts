import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { readDownload, signDownload } from './token';

const now = new Date('2026-05-05T05:05:05.555Z');
const grant = { deliveryId: newId(), versionId: newId(), expiresAt: new Date(now.getTime() + 600_000) };
const token = signDownload(grant);

test('a token opens what it was made for, until it expires', () => {
  expect(readDownload(token, now)).toEqual(grant);
  expect(readDownload(token, new Date(grant.expiresAt.getTime() - 1))).toEqual(grant);
  expect(readDownload(token, grant.expiresAt)).toBeNull();
});

test('a token with any bit changed opens nothing', () => {
  const bytes = Buffer.from(token, 'base64url');
  for (let i = 0; i < bytes.length; i += 1) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(readDownload(changed.toString('base64url'), now)).toBeNull();
  }
});

test.each([
  ['', 'nothing'],
  [`${token}A`, 'more'],
  [token.slice(0, -1), 'less'],
  [`${token}==`, 'padding'],
  [`${token.slice(0, 5)}!${token.slice(5)}`, 'a character that base64url ignores'],
  [signDownload({ ...grant, expiresAt: new Date(0) }), 'a past time'],
])('%s opens nothing (%s)', (other) => {
  expect(readDownload(other, now)).toBeNull();
});
