import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { isNewer, newestFirst } from './versions';

const database = testDatabase();

// Semantic Versioning 2.0.0, rule 11, and what imported catalogues hold; oldest first.
const ordered = [
  '0.9.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.2.0',
  '1.10.0-1',
  '1.10.0-9-x',
  '1.10.0',
  '2.0.0',
  '10.0.0',
  '2024.1.15',
];

test('versions sort by Semantic Versioning, and what is none stands below', async () => {
  const shuffled = [...ordered].sort((a, b) => a.slice(1).localeCompare(b.slice(1)));
  const list = ['Varies with device', ...shuffled];
  const rows = await database.db.execute<{ version: string }>(sql`
    select version from unnest(${sql.param(`{${list.map((v) => `"${v}"`).join(',')}}`)}::text[]) as versions(version)
    order by ${newestFirst(sql`version`)}`);
  expect(rows.map((row) => row.version)).toEqual([...ordered.toReversed(), 'Varies with device']);
});

test.each([
  ['1.0.1', '1.0.0', true],
  ['1.0.0', '1.0.0', false],
  ['1.0.0+build.2', '1.0.0+build.1', false],
  ['v1.1.0', '1.0.9', true],
  ['1.0.0', '1.0.0-rc.1', true],
  ['1.0.0-rc.1', '1.0.0', false],
  ['9.0.0', '10.0.0', false],
  ['1.0', 'Varies with device', true],
  ['', '1.0.0', false],
])('%s newer than %s: %s', async (a, b, expected) => {
  const [row] = await database.db.execute<{ newer: boolean }>(
    sql`select ${isNewer(sql`${a}::text`, sql`${b}::text`)} as newer`,
  );
  expect(row?.newer).toBe(expected);
});
