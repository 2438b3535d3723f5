import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '@/db/schema';
import { requireLink } from '@/lib/accounts/one-time-links';
import { testDatabase } from '@/tests/database';

const database = testDatabase();
const script = ['--import', 'tsx', 'scripts/admin-create.ts'];

type Failure = { code: number; stdout: string; stderr: string };

const run = (args: string[], variables: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [...script, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, POMONA_DEMO: '0', LOG_LEVEL: 'info', ...variables },
  });

test('the operator gets a link on standard output that sets the admin’s password', async () => {
  const { stdout, stderr } = await run(['Operator@Example.com']);
  const token = /^http:\/\/localhost:3000\/reset-password\/([A-Za-z0-9_-]{43})\n$/.exec(stdout)?.[1];
  expect(token).toBeDefined();
  expect(stderr).toMatch(/has an account now and is an admin/);
  expect(await requireLink(database.ctx(), 'set_password', token!)).toMatchObject({ email: 'operator@example.com' });
  const [user] = await database.db.select().from(users).where(eq(users.email, 'operator@example.com'));
  expect(user?.roles).toEqual(['admin']);
});

test.each([
  [[], {}, 'Usage: npm run admin:create -- EMAIL\n'],
  [['a@example.com', 'b@example.com'], {}, 'Usage: npm run admin:create -- EMAIL\n'],
  [['nobody'], {}, '"nobody" is not an e-mail address.\n'],
  [
    ['a@example.com'],
    { DATABASE_URL: 'postgres://x@127.0.0.1:1/none' },
    'The database in DATABASE_URL cannot be reached.\n',
  ],
])('what cannot be done is said in one sentence: %j %j', async (args, variables, sentence) => {
  const failure: Failure = await run(args as string[], variables).then(
    () => expect.fail('it did something'),
    (error: Failure) => error,
  );
  expect(failure).toMatchObject({ code: 1, stdout: '', stderr: sentence });
});
