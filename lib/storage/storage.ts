import { join } from 'node:path';
import { env } from '@/lib/env';
import { directoryStorage } from './directory';

/** Bytes from `start` to `end`, both included, counted from 0. */
export type ByteRange = { start: number; end: number };

/** Where files are kept. Keys are paths such as `binaries/{id}/app.zip`; a key that could leave its root is refused. */
export interface Storage {
  /** Stores everything or nothing: readers see the old file or the new one, never a part. */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  /** The file's bytes, or null when there is no such file. Cancelling the stream releases the file. */
  open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  stat(key: string): Promise<{ sizeBytes: number; modifiedAt: Date } | null>;
}

let current: Storage | undefined;

/** The store's files: a directory below POMONA_DATA_DIR. */
export function storage(): Storage {
  current ??= directoryStorage(join(env().POMONA_DATA_DIR, 'files'));
  return current;
}
