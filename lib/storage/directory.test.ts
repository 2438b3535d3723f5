import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOf, storageContract } from '@/tests/storage-contract';
import { directoryStorage } from './directory';

const root = mkdtempSync(join(tmpdir(), 'pomona-storage-'));
const storage = directoryStorage(root);

afterAll(() => rmSync(root, { recursive: true, force: true }));

storageContract('a directory', () => storage);

describe('files in a directory', () => {
  test('a write that fails leaves no rest', async () => {
    async function* broken() {
      yield new TextEncoder().encode('new');
      throw new Error('connection lost');
    }
    await expect(storage.put('kept', broken())).rejects.toThrow('connection lost');
    expect(readdirSync(join(root, '.incoming'))).toEqual([]);
  });

  test('a reader that leaves releases the file', async () => {
    await storage.put('left', bytesOf('0123456789'));
    const before = openFiles();
    const stream = await storage.open('left');
    expect(openFiles()).toBe(before + 1);
    await stream?.cancel();
    expect(openFiles()).toBe(before);
  });

  test('the folders of the last file go with it', async () => {
    await storage.put('uploads/1/a', bytesOf('x'));
    await storage.put('uploads/2/b', bytesOf('x'));
    await storage.delete('uploads/1/a');
    expect(readdirSync(join(root, 'uploads'))).toEqual(['2']);
  });
});

function openFiles(): number {
  return readdirSync('/dev/fd').length;
}
