import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashFile, Sha256 } from './sha256';

const expected = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the digest of known words is the known one', () => {
  expect(new Sha256().digest()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(new Sha256().update(new TextEncoder().encode('abc')).digest()).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('every length around a block gives what Node’s own gives', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = randomBytes(length);
    expect(new Sha256().update(bytes).digest()).toBe(expected(bytes));
  }
});

test('pieces of any size give the digest of the whole', () => {
  const bytes = randomBytes(100_000);
  for (const step of [1, 7, 63, 64, 65, 1000, 4096]) {
    const hash = new Sha256();
    for (let at = 0; at < bytes.length; at += step) hash.update(bytes.subarray(at, at + step));
    expect(hash.digest()).toBe(expected(bytes));
  }
});

test('a file is read piece by piece and says how far it is', async () => {
  const bytes = randomBytes(2_500_000);
  const heard: number[] = [];
  const digest = await hashFile(new Blob([bytes]), (at) => heard.push(at), new AbortController().signal);
  expect(digest).toBe(expected(bytes));
  expect(heard).toEqual([1_048_576, 2_097_152, 2_500_000]);
});

test('hashing stops when it is aborted', async () => {
  const abort = new AbortController();
  const hashing = hashFile(new Blob([randomBytes(3_000_000)]), () => abort.abort(new Error('enough')), abort.signal);
  await expect(hashing).rejects.toThrow('enough');
});
