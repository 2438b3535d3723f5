import { afterAll, beforeAll, expect, test } from 'vitest';
import { storage } from '@/lib/storage/storage';
import { sha256 } from '@/tests/builds';
import { testDatabase } from '@/tests/database';
import { type FakeS3, keepFilesIn, startFakeS3 } from '@/tests/fake-s3';
import { uploadScene } from '@/tests/uploads';
import { chunkMaxBytes } from '../rules';
import { checkBuild } from './check-build';

const database = testDatabase();
let server: FakeS3;

beforeAll(async () => {
  server = await startFakeS3();
  keepFilesIn(server);
});

afterAll(() => server.stop());

test('a build goes the same way where files are kept in a bucket', async () => {
  const one = await uploadScene(database);
  const bytes = one.build(9 * 1024 * 1024);
  const upload = await one.begin(bytes);
  await one.send(upload, bytes, 0, chunkMaxBytes);
  await one.send(upload, bytes, chunkMaxBytes);
  const key = `builds/${one.app.id}/${upload.id}/build.apk`;
  server.fail(/^GET uploads/, 403, 1);
  const ctx = database.ctx({ actor: { kind: 'system', job: 'test' } });
  await expect(checkBuild(ctx, upload.id)).rejects.toThrow();
  expect(server.objects.has(key)).toBe(false);
  expect(server.unfinished()).toBe(0);
  await checkBuild(ctx, upload.id);
  expect(await one.state(upload.id)).toMatchObject({ build: { state: 'valid' }, version: { storage_key: key } });
  expect(await one.files(upload.id)).toEqual([key]);
  expect(sha256(server.objects.get(key)?.body ?? Buffer.alloc(0))).toBe(sha256(bytes));
  expect((await storage().stat(key))?.sizeBytes).toBe(bytes.length);
});
