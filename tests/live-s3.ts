import type { S3Settings } from '@/lib/storage/s3';

const { env } = process;

/** A bucket for tests in a real store: POMONA_TEST_S3_BUCKET, _ENDPOINT, _REGION, _ACCESS_KEY_ID, _SECRET_ACCESS_KEY. */
export const liveS3: S3Settings | null = env.POMONA_TEST_S3_BUCKET
  ? {
      endpoint: env.POMONA_TEST_S3_ENDPOINT,
      bucket: env.POMONA_TEST_S3_BUCKET,
      region: env.POMONA_TEST_S3_REGION ?? 'us-east-1',
      accessKeyId: env.POMONA_TEST_S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.POMONA_TEST_S3_SECRET_ACCESS_KEY ?? '',
    }
  : null;
