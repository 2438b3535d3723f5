import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { booksOf } from '@/tests/books';
import { testDatabase } from '@/tests/database';

const database = testDatabase();
const { sell, giveBack, product } = booksOf(database);
const script = ['--import', 'tsx', 'scripts/ledger-verify.ts'];

type Outcome = { code: number; stdout: string; stderr: string };

const run = (args: string[] = [], variables: Record<string, string> = {}): Promise<Outcome> =>
  promisify(execFile)(process.execPath, [...script, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, POMONA_DEMO: '0', ...variables },
  }).then(
    (done) => ({ ...done, code: 0 }),
    (error: Outcome) => error,
  );

beforeAll(async () => {
  const app = await product(1999);
  await sell(app, { amountMinor: 1999 });
  await giveBack(await sell(app, { amountMinor: 1999 }));
});

test('books in order: a line for each check and account, and 0', async () => {
  const { code, stdout, stderr } = await run();
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^\| check +\| +rows \| violations \|$/m);
  expect(stdout).toMatch(/^\| sales_booked +\| +2 \| +0 \|$/m);
  expect(stdout).toMatch(/^\| sandbox_refunds +\| +1 \| +0 \|$/m);
  expect(stdout).toMatch(/^\| account +\| currency \| entries \| balance \|$/m);
  expect(stdout).toMatch(/^\| provider:clearing +\| USD +\| +3 \| +19\.99 \|$/m);
  expect(stdout).toMatch(/^\| organization:\*:payable +\| USD +\| +3 \| +-14\.00 \|$/m);
  expect(stderr).toContain('The books add up.');
});

test('books out of order: what and where, and 1', async () => {
  const [charge] = await database.sql`
    update sandbox.charges set amount_minor = amount_minor + 1 where status = 'succeeded' returning idempotency_key`;
  const { code, stdout, stderr } = await run();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^\| sandbox_charges +\| +2 \| +1 \|$/m);
  expect(stdout).toContain(`Not so: ${charge?.idempotency_key}`);
  expect(stderr).toContain('The books do not add up.');
});

test('a reader who stops reading stops nothing: no stack, and the verdict is said', async () => {
  const child = spawn(process.execPath, script, {
    env: { ...process.env, DATABASE_URL: database.url, POMONA_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(stderr).toBe('The books do not add up.\n');
  expect(code).toBe(1);
});

test.each([
  [['now'], {}, 'Usage: npm run ledger:verify\n'],
  [[], { DATABASE_URL: 'postgres://x@127.0.0.1:1/none' }, 'The database in DATABASE_URL cannot be reached.\n'],
])('what cannot be done is said in one sentence: %j %j', async (args, variables, sentence) => {
  expect(await run(args, variables)).toMatchObject({ code: 1, stdout: '', stderr: sentence });
});
