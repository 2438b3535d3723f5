import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { appendAudit } from '@/lib/audit';
import { signAuditHead } from '@/lib/audit-heads';
import { inTransaction } from '@/lib/context';
import { testDatabase } from '@/tests/database';

const database = testDatabase();
const script = ['--import', 'tsx', 'scripts/audit-verify.ts'];

type Outcome = { code: number; stdout: string; stderr: string };

const run = (args: string[] = []): Promise<Outcome> =>
  promisify(execFile)(process.execPath, [...script, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, POMONA_DEMO: '0' },
  }).then(
    (done) => ({ ...done, code: 0 }),
    (error: Outcome) => error,
  );

beforeAll(async () => {
  const ctx = database.ctx({ actor: { kind: 'system', job: 'test' } });
  for (const id of ['1', '2', '3']) {
    await inTransaction(ctx, (ctx) =>
      appendAudit(ctx, { action: 'a', subjectType: 'b', subjectId: id, changes: {}, texts: { note: `Text ${id}.` } }),
    );
  }
  await signAuditHead(ctx);
});

test('a sound log: how much was looked at, and 0', async () => {
  const { code, stdout, stderr } = await run();
  expect(code, stderr).toBe(0);
  expect(stdout).toBe('3 rows, 3 texts and 1 signed heads were looked at.\n');
  expect(stderr).toContain('The audit log is sound.');
});

test('an altered one: a line with the row’s number for each fault, and 1', async () => {
  await database.sql`alter table audit_log disable trigger audit_log_append_only`;
  await database.sql`update audit_log set action = 'c' where sequence = 2`;
  await database.sql`delete from audit_log where sequence = 3`;
  const { code, stdout, stderr } = await run();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^2: was altered: it does not have its hash$/m);
  expect(stdout).toMatch(/^3: was signed by a head, but the log ends at 2: it was cut off$/m);
  expect(stderr).toContain('The audit log is not sound: 3 faults.');
});

test('arguments are refused in one sentence', async () => {
  expect(await run(['now'])).toMatchObject({ code: 1, stdout: '', stderr: 'Usage: npm run audit:verify\n' });
});
