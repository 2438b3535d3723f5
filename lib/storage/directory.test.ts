import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { directoryStorage } from './directory';

const root = mkdtempSync(join(tmpdir(), 'pomona-storage-'));
const storage = directoryStorage(root);

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function* bytesOf(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}

async function read(key: string, range?: { start: number; end: number }): Promise<string | null> {
  const stream = await storage.open(key, range);
  return stream && new Response(stream).text();
}

describe('files in a directory', () => {
  test('what was put comes back, with its size and SHA-256', async () => {
    const written = await storage.put('binaries/a/app.zip', bytesOf('hello ', 'world'));
    expect(written).toEqual({ sizeBytes: 11, sha256: createHash('sha256').update('hello world').digest('hex') });
    expect(await read('binaries/a/app.zip')).toBe('hello world');
    expect((await storage.stat('binaries/a/app.zip'))?.sizeBytes).toBe(11);
  });

  test('a range gives exactly its bytes, and stops at the end of the file', async () => {
    await storage.put('range', bytesOf('0123456789'));
    expect(await read('range', { start: 2, end: 4 })).toBe('234');
    expect(await read('range', { start: 8, end: 100 })).toBe('89');
  });

  test('a file larger than a chunk survives the journey', async () => {
    const large = new Uint8Array(1_000_003).map((_, i) => i % 251);
    const { sha256 } = await storage.put('large', bytesOf(large));
    const stream = await storage.open('large');
    const back = new Uint8Array(await new Response(stream).arrayBuffer());
    expect(createHash('sha256').update(back).digest('hex')).toBe(sha256);
  });

  test('an empty file is a file', async () => {
    await storage.put('empty', bytesOf());
    expect(await read('empty')).toBe('');
  });

  test('what is not there is null, and so is a folder', async () => {
    await storage.put('folder/file', bytesOf('x'));
    expect(await storage.open('nothing')).toBeNull();
    expect(await storage.stat('nothing')).toBeNull();
    expect(await storage.open('folder')).toBeNull();
    expect(await storage.stat('folder')).toBeNull();
    expect(await storage.stat('folder/file/below')).toBeNull();
  });

  test('a write that fails leaves the old file and no rest', async () => {
    await storage.put('kept', bytesOf('old'));
    async function* broken() {
      yield new TextEncoder().encode('new');
      throw new Error('connection lost');
    }
    await expect(storage.put('kept', broken())).rejects.toThrow('connection lost');
    expect(await read('kept')).toBe('old');
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

  test.each([
    '',
    '/etc/passwd',
    '../outside',
    'a/../../outside',
    'a//b',
    'a/',
    '.hidden',
    'a/.incoming',
    'a\\b',
    'a\0b',
    'a\nb',
    'a'.repeat(513),
  ])('the key %j is refused', async (key) => {
    await expect(storage.open(key)).rejects.toThrow('not a storage key');
    await expect(storage.stat(key)).rejects.toThrow('not a storage key');
    await expect(storage.put(key, bytesOf('x'))).rejects.toThrow('not a storage key');
  });
});

function openFiles(): number {
  return readdirSync('/dev/fd').length;
}
