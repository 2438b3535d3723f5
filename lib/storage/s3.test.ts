import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeS3, startFakeS3 } from '@/tests/fake-s3';
import { bytesOf, storageContract } from '@/tests/storage-contract';
import { s3Storage } from './s3';

let server: FakeS3;

beforeAll(async () => {
  server = await startFakeS3();
});

afterAll(() => server.stop());

storageContract('a bucket of the fake S3 server', () => s3Storage(server.settings));

const large = async function* () {
  for (let i = 0; i < 20; i += 1) yield new Uint8Array(1024 * 1024);
};

describe('a bucket', () => {
  test('takes a large file in parts, and a small one in one request', async () => {
    const storage = s3Storage(server.settings);
    server.requests.length = 0;
    await storage.put('small', bytesOf('x'));
    expect(server.requests).toEqual(['PUT small']);
    await storage.put('large', large());
    expect(server.requests.filter((line) => line.startsWith('PUT large'))).toHaveLength(3);
  });

  test('keeps no parts of a file that failed', async () => {
    const storage = s3Storage(server.settings);
    server.fail(/^PUT half/, 403);
    await expect(storage.put('half', large())).rejects.toThrow();
    expect(server.unfinished()).toBe(0);
    expect(await storage.stat('half')).toBeNull();
  });

  test('is asked again when it is busy', async () => {
    const storage = s3Storage(server.settings);
    server.fail(/^PUT busy/, 503, 1);
    await storage.put('busy', bytesOf('in the end'));
    server.fail(/^GET busy/, 500, 1);
    expect(await new Response(await storage.open('busy')).text()).toBe('in the end');
  });

  test('that does not exist, or a key that is wrong, is an error and not an absent file', async () => {
    const nowhere = s3Storage({ ...server.settings, bucket: 'nowhere' });
    await expect(nowhere.open('a')).rejects.toThrow();
    const stranger = s3Storage({ ...server.settings, secretAccessKey: 'guessed' });
    await expect(stranger.open('a')).rejects.toThrow(/SignatureDoesNotMatch|signature/i);
  });
});
