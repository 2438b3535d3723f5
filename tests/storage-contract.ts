import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ByteRange, Storage } from '@/lib/storage/interface';

export async function* bytesOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}

const mebibyte = 1024 * 1024;

/** What every storage keeps, run against each of them. `folder` begins every key, so that a real bucket can be shared. */
export function storageContract(name: string, open: () => Promise<Storage> | Storage, folder = 'contract'): void {
  describe(`${name} keeps files:`, () => {
    let storage: Storage;
    const key = (rest: string) => `${folder}/${rest}`;

    beforeAll(async () => {
      storage = await open();
    });

    async function read(rest: string, range?: ByteRange): Promise<string | null> {
      const stream = await storage.open(key(rest), range);
      return stream && new Response(stream).text();
    }

    async function listed(rest: string): Promise<string[]> {
      const found: string[] = [];
      for await (const file of storage.list(key(rest))) found.push(`${file.key} ${file.sizeBytes}`);
      return found.sort();
    }

    test('what was put comes back, with its size and SHA-256', async () => {
      const written = await storage.put(key('binaries/a/app.zip'), bytesOf('hello ', '', 'world'));
      expect(written).toEqual({ sizeBytes: 11, sha256: createHash('sha256').update('hello world').digest('hex') });
      expect(await read('binaries/a/app.zip')).toBe('hello world');
      const info = await storage.stat(key('binaries/a/app.zip'));
      expect(info?.sizeBytes).toBe(11);
      expect(Math.abs(Date.now() - (info?.modifiedAt.getTime() ?? 0))).toBeLessThan(600_000);
    });

    test('a range gives exactly its bytes, and stops at the end of the file', async () => {
      await storage.put(key('range'), bytesOf('0123456789'));
      expect(await read('range', { start: 2, end: 4 })).toBe('234');
      expect(await read('range', { start: 8, end: 100 })).toBe('89');
      expect(await read('range', { start: 9, end: 9 })).toBe('9');
      expect(await read('range', { start: 10, end: 20 })).toBe('');
      expect(await read('nothing', { start: 0, end: 1 })).toBeNull();
    });

    test('a file of several parts survives the journey', async () => {
      const large = new Uint8Array(18 * mebibyte + 3).map((_, i) => (i * 7 + (i >> 10)) % 251);
      const pieces = Array.from({ length: Math.ceil(large.length / 300_000) }, (_, i) =>
        large.subarray(i * 300_000, (i + 1) * 300_000),
      );
      const { sha256, sizeBytes } = await storage.put(key('large'), bytesOf(...pieces));
      expect(sizeBytes).toBe(large.length);
      const hash = createHash('sha256');
      for await (const chunk of (await storage.open(key('large'))) ?? []) hash.update(chunk);
      expect(hash.digest('hex')).toBe(sha256);
      expect(sha256).toBe(createHash('sha256').update(large).digest('hex'));
      await storage.delete(key('large'));
    });

    test('an empty file is a file', async () => {
      await storage.put(key('empty'), bytesOf());
      expect(await read('empty')).toBe('');
      expect((await storage.stat(key('empty')))?.sizeBytes).toBe(0);
    });

    test('what is not there is null, and so is a folder', async () => {
      await storage.put(key('folder/file'), bytesOf('x'));
      for (const absent of ['nothing', 'folder', 'folder/file/below']) {
        expect(await storage.open(key(absent))).toBeNull();
        expect(await storage.stat(key(absent))).toBeNull();
      }
    });

    test.each([
      ['small', 3],
      ['large', 20 * mebibyte],
    ])('a %s file whose writing fails leaves the old one', async (_, size) => {
      await storage.put(key('kept'), bytesOf('old'));
      async function* broken() {
        for (let sent = 0; sent < size; sent += mebibyte) yield new Uint8Array(Math.min(size - sent, mebibyte));
        throw new Error('connection lost');
      }
      await expect(storage.put(key('kept'), broken())).rejects.toThrow('connection lost');
      expect(await read('kept')).toBe('old');
      await expect(storage.put(key('never'), broken())).rejects.toThrow('connection lost');
      expect(await storage.stat(key('never'))).toBeNull();
    });

    test('a file is replaced whole', async () => {
      await storage.put(key('replaced'), bytesOf('the first one, which is longer'));
      await storage.put(key('replaced'), bytesOf('second'));
      expect(await read('replaced')).toBe('second');
    });

    test('what was deleted is gone, however often, and nothing else with it', async () => {
      await storage.put(key('gone/a'), bytesOf('a'));
      await storage.put(key('gone/b'), bytesOf('b'));
      await storage.delete(key('gone/a'));
      await storage.delete(key('gone/a'));
      await storage.delete(key('never-there/at-all'));
      expect(await read('gone/a')).toBeNull();
      expect(await read('gone/b')).toBe('b');
    });

    test('a folder can be listed, with what is below and nothing beside it', async () => {
      for (const file of ['shelf/a', 'shelf/deep/er/b', 'shelf-2/c', 'shelf.txt']) {
        await storage.put(key(file), bytesOf('four'));
      }
      expect(await listed('shelf')).toEqual([`${key('shelf/a')} 4`, `${key('shelf/deep/er/b')} 4`]);
      expect(await listed('no-such-shelf')).toEqual([]);
    });

    test('files put and deleted beside each other do not disturb each other', async () => {
      const one = async (i: number) => {
        await storage.put(key('busy/file'), bytesOf(`${i}`));
        await storage.delete(key('busy/file'));
        await storage.put(key(`busy/${i}`), bytesOf(`${i}`));
      };
      await Promise.all(Array.from({ length: 12 }, (_, i) => one(i)));
      expect(await listed('busy')).toHaveLength(12);
    });

    test('a reader may leave before the end', async () => {
      await storage.put(key('left'), bytesOf(new Uint8Array(2 * mebibyte)));
      for (let i = 0; i < 80; i += 1) await (await storage.open(key('left')))?.cancel();
      expect((await storage.stat(key('left')))?.sizeBytes).toBe(2 * mebibyte);
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
    ])('the key %j is refused', async (bad) => {
      const refusal = 'not a storage key';
      await expect(storage.open(bad)).rejects.toThrow(refusal);
      await expect(storage.stat(bad)).rejects.toThrow(refusal);
      await expect(storage.put(bad, bytesOf('x'))).rejects.toThrow(refusal);
      await expect(storage.delete(bad)).rejects.toThrow(refusal);
      await expect(async () => {
        for await (const _ of storage.list(bad)) break;
      }).rejects.toThrow(refusal);
    });
  });
}
