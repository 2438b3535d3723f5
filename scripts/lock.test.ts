import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { processIdentity, tryLock, waitForLock } from './lock.mjs';

const dir = mkdtempSync(join(tmpdir(), 'pomona-lock-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a lock names its living holder and is free again after its release', () => {
  const path = join(dir, 'held');
  const lock = tryLock(path, 'a note');
  expect(lock.holder).toBeNull();
  expect(tryLock(path).holder).toMatchObject({ pid: process.pid, note: 'a note' });
  lock.release?.();
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['of a process that has died', { pid: spawnSync('true').pid, identity: '1', note: '' }],
  ['of a number that another process has now', { pid: process.pid, identity: 'before', note: '' }],
  ['that was cut off while it was written', '{"pid":1'],
])('a lock %s is taken over', (_title, content) => {
  const path = join(dir, 'stale');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const lock = tryLock(path);
  expect(lock.holder).toBeNull();
  lock.release?.();
  expect(readdirSync(dir).filter((name) => name.startsWith('stale'))).toEqual([]);
});

test('whoever waits gets the lock when it is released', async () => {
  const path = join(dir, 'waited');
  const first = tryLock(path);
  const second = waitForLock(path, { timeoutMs: 5_000 });
  first.release?.();
  const release = await second;
  expect(tryLock(path).holder?.pid).toBe(process.pid);
  release();
});

test('a process that has ended has no identity', () => {
  expect(processIdentity(process.pid)).not.toBeNull();
  expect(processIdentity(spawnSync('true').pid)).toBeNull();
});
