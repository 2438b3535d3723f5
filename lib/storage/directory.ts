import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, opendir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { newId } from '@/lib/ids';
import { requireStorageKey } from './key';
import type { Storage, StoredFile } from './interface';

const chunkBytes = 256 * 1024;

/** Files in a directory of this machine, made when the first one is stored. */
export function directoryStorage(directory: string): Storage {
  const root = resolve(/* turbopackIgnore: true */ directory);
  const incoming = join(root, '.incoming');
  const pathOf = (key: string) => join(root, requireStorageKey(key));

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const temporary = join(incoming, newId());
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      try {
        const written = await write(temporary, bytes);
        await moveInto(path, temporary);
        return written;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async open(key, range) {
      const file = await nullIfAbsent(open(pathOf(key), 'r'));
      if (file === null) return null;
      try {
        const info = await file.stat();
        if (info.isFile())
          return readableOf(file, range?.start ?? 0, Math.min(range ? range.end + 1 : info.size, info.size));
      } catch (error) {
        await file.close();
        throw error;
      }
      await file.close();
      return null;
    },

    async stat(key) {
      const info = await nullIfAbsent(stat(pathOf(key)));
      return info?.isFile() ? { sizeBytes: info.size, modifiedAt: info.mtime } : null;
    },

    async delete(key) {
      const path = pathOf(key);
      await nullIfAbsent(rm(path));
      // Folders that nobody needs go too; one that has something in it stays.
      for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
        if (!(await isGone(folder))) break;
      }
    },

    list: (folder) => filesBelow(root, requireStorageKey(folder)),
  };
}

/** A delete may take a folder away while it is made, or between making it and moving the file there. */
async function moveInto(path: string, temporary: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      return await rename(temporary, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === 20) throw error;
    }
  }
}

const isGone = (folder: string) =>
  rmdir(folder).then(
    () => true,
    () => false,
  );

async function* filesBelow(root: string, folder: string): AsyncGenerator<StoredFile> {
  const entries = await nullIfAbsent(opendir(join(root, folder)));
  for await (const entry of entries ?? []) {
    const key = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(root, key);
    const info = entry.isFile() ? await nullIfAbsent(stat(join(root, key))) : null;
    if (info) yield { key, sizeBytes: info.size, modifiedAt: info.mtime };
  }
}

async function write(path: string, bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      sizeBytes += chunk.byteLength;
      for (let offset = 0; offset < chunk.byteLength; ) {
        offset += (await file.write(chunk, offset)).bytesWritten;
      }
    }
    // A rename may reach the disk before the bytes do.
    await file.sync();
  } finally {
    await file.close();
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

function readableOf(file: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const wanted = Math.min(chunkBytes, end - position);
          const { bytesRead, buffer } =
            wanted > 0
              ? await file.read(new Uint8Array(wanted), 0, wanted, position)
              : { bytesRead: 0, buffer: new Uint8Array() };
          if (wanted > 0 && bytesRead === 0) throw new Error('the file ended before its size');
          position += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (position < end) return;
          await file.close();
          controller.close();
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}

async function nullIfAbsent<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
