import { join } from 'node:path';
import { env } from '@/lib/env';
import { directoryStorage } from './directory';
import type { Storage } from './interface';

let current: Storage | undefined;

/** The store's files: a directory below POMONA_DATA_DIR. */
export function storage(): Storage {
  current ??= directoryStorage(join(env().POMONA_DATA_DIR, 'files'));
  return current;
}
