import { expect, test } from 'vitest';
import { liveS3 } from '@/tests/live-s3';
import { storageContract } from '@/tests/storage-contract';
import { s3Storage } from './s3';

if (liveS3 === null) {
  test('no real store is asked without POMONA_TEST_S3_BUCKET: what holds here holds for the fake server', () => {
    expect(liveS3).toBeNull();
  });
} else {
  const settings = liveS3;
  storageContract('a bucket of a real store', () => s3Storage(settings), `contract-${Date.now()}`);
}
