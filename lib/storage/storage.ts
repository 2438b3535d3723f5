import { join } from 'node:path';
import { type Env, env } from '@/lib/env';
import { directoryStorage } from './directory';
import type { Storage } from './interface';
import { s3Storage } from './s3';

let current: Storage | undefined;

/** The store's files: a bucket where S3_BUCKET names one, else a directory below POMONA_DATA_DIR. */
export function storage(): Storage {
  current ??= storageOf(env());
  return current;
}

function storageOf(settings: Env): Storage {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return directoryStorage(join(settings.POMONA_DATA_DIR, 'files'));
  }
  return s3Storage({
    endpoint: settings.S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: settings.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
