import { spawnSync } from 'node:child_process';
import { expect, inject, test } from 'vitest';

test('whatever dies, everything charged, granted, booked, published and answered agrees in the end', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/prove/purchases.ts', '--short'],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: inject('postgresUrl') } },
  );
  expect({ status, said: stderr, table: stdout }).toMatchObject({
    status: 0,
    said: expect.stringContaining(', 0 violations.'),
  });
}, 300_000);
