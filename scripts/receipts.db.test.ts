import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetSigningKey, publicKeySet, signingKey } from '@/lib/purchases/receipts/keys';
import { signReceipt } from '@/lib/purchases/receipts/sign-receipt';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, createPurchase } from '@/tests/factories';
import { paid } from '@/tests/purchases';

const database = testDatabase();
const dir = mkdtempSync(join(tmpdir(), 'receipts-'));
const file = (name: string) => join(dir, name);
let receipt = '';
let bundleId = '';

type Ended = { code: number; stdout: string; stderr: string };

async function run(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const command = ['--import', 'tsx', `scripts/${script}.ts`, ...args];
  return promisify(execFile)(process.execPath, command, { env }).then(
    (ended) => ({ code: 0, ...ended }),
    (error: Ended) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}

// Neither database nor secret.
const check = (...args: string[]) => run('receipt-verify', args, { PATH: process.env.PATH, NODE_ENV: 'production' });
const rotate = (...args: string[]) =>
  run('keys-rotate', args, { ...process.env, DATABASE_URL: database.url, POMONA_DEMO: '0' });

beforeAll(async () => {
  const product = await createApp(database.db, paid);
  const { userId } = await createActor(database.db);
  const { id } = await createPurchase(database.db, { user: { id: userId }, ...product });
  receipt = (await signReceipt(database.ctx(), id)) ?? '';
  bundleId = product.app.bundleId;
  writeFileSync(file('receipt.jws'), `${receipt}\n`);
  writeFileSync(file('forged.jws'), `${receipt.slice(0, -8)}AAAAAAAA`);
  writeFileSync(file('text.jws'), 'a letter');
  writeFileSync(file('jwks.json'), JSON.stringify(await publicKeySet(database.ctx())));
  writeFileSync(file('empty.json'), '{"keys":[]}');
});

afterAll(() => rmSync(dir, { recursive: true }));

test('a receipt is checked offline, with the published keys and nothing else', async () => {
  const { code, stdout, stderr } = await check(file('receipt.jws'), '--jwks', file('jwks.json'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()));
  const more = ['--bundle-id', bundleId, '--environment', 'Sandbox'];
  expect(await check(file('receipt.jws'), '--jwks', file('jwks.json'), ...more)).toMatchObject({ code: 0 });
});

test.each([
  ['forged.jws', 'jwks.json', [], 'signature_invalid'],
  ['receipt.jws', 'empty.json', [], 'unknown_receipt'],
  ['receipt.jws', 'jwks.json', ['--bundle-id', 'com.example.other'], 'bundle_mismatch'],
  ['receipt.jws', 'jwks.json', ['--environment', 'Production'], 'environment_mismatch'],
  ['text.jws', 'jwks.json', [], 'receipt_malformed'],
])('%s with %s %j is refused with status 1 and the reason', async (name, keys, more, code) => {
  const ended = await check(file(name), '--jwks', file(keys), ...more);
  expect(ended).toMatchObject({
    code: 1,
    stderr: '',
    stdout: expect.stringMatching(`^Refused \\(${code}\\): .*\\.\n$`),
  });
});

test.each([
  [[]],
  [['FILE']],
  [['FILE', '--jwks']],
  [['a', 'b', '--jwks', 'c']],
  [['receipt.jws', '--jwks', 'jwks.json', '--environment', 'Test']],
  [['receipt.jws', '--jwks', 'jwks.json', '--quiet']],
  [['nothing.jws', '--jwks', 'jwks.json']],
  [['receipt.jws', '--jwks', 'text.jws']],
])('bad usage is status 2 and one sentence: %j', async (args) => {
  const ended = await check(...args.map((arg) => (/\.(jws|json)$/.test(arg) ? file(arg) : arg)));
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});

test('the operator rotates the key, and receipts of the old one are checked with what is published then', async () => {
  const before = (await signingKey(database.ctx())).kid;
  const { code, stdout, stderr } = await rotate();
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining(before) });
  forgetSigningKey();
  expect(stdout).toBe(`${(await signingKey(database.ctx())).kid}\n`);
  writeFileSync(file('later.json'), JSON.stringify(await publicKeySet(database.ctx())));
  expect(await check(file('receipt.jws'), '--jwks', file('later.json'))).toMatchObject({ code: 0 });
  expect(await rotate('--now')).toMatchObject({ code: 1, stdout: '', stderr: 'Usage: npm run keys:rotate\n' });
});
