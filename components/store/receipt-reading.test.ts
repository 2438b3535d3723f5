import { expect, test } from 'vitest';
import { refusalCodes, type ReceiptVerdict, receiptStatuses } from '@/lib/purchases/receipts/schema';
import { readReceipt, receiptIn, wordsFor } from './receipt-reading';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (verdict: unknown, issuer: string | null = null) =>
  wordsFor({ kind: 'read', verdict: verdict as ReceiptVerdict, issuer }, 'Pomona');

test.each([
  '',
  'a letter',
  'a.b',
  `${part({ alg: 'ES256' })}.${part({ sub: 'of another kind' })}.c2ln`,
  `${part({ alg: 'ES256' })}.${part({ bundleId: 'a.b', environment: 'Test' })}.c2ln`,
  `${part({ alg: 'ES256' })}.${part({ bundleId: 'a.b', environment: 'Sandbox', pad: 'x'.repeat(16_384) })}.c2ln`,
])('what is no receipt is seen without asking the store: %.60s', async (text) => {
  expect(await readReceipt(text)).toEqual({ kind: 'unreadable' });
});

test('only what entitles to something is shown in the good colour', () => {
  for (const status of receiptStatuses) {
    const isGood = read({ valid: true, code: 'ok', status, entitled: status === 'active' }).tone === 'good';
    expect(isGood).toBe(status === 'active');
  }
  expect(read({ valid: true, code: 'ok', status: 'expired', entitled: true }).tone).toBe('good');
  for (const code of refusalCodes) expect(read({ valid: false, code }).tone).toBe('bad');
});

test('a receipt of somewhere else is named so, and its claim is told as one', () => {
  const words = read({ valid: false, code: 'unknown_receipt' }, 'store.example');
  expect(words.title).toBe('Not a receipt of Pomona');
  expect(words.text).toContain('It says that it comes from store.example; anybody could write that.');
  expect(read({ valid: false, code: 'signature_invalid' }, 'store.example').text).not.toContain('store.example');
});

test('an address carries a receipt after its #, or none', () => {
  const receipt = `${part({ alg: 'ES256' })}.${part({ bundleId: 'a.b' })}.c2ln`;
  expect(receiptIn(`#${receipt}`)).toBe(receipt);
  for (const hash of ['', '#', '#content', '#a.b.c', `#${receipt}.more`, `#${part({ pad: 'x'.repeat(20_000) })}.a.b`]) {
    expect(receiptIn(hash)).toBeNull();
  }
});
