import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type ParameterOrJSON, type ReservedSql } from 'postgres';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { newId } from '@/lib/ids';

export type Statement = { text: string; parameters: readonly unknown[] };

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Everything that `work` says to Postgres between `start` and its end, begin and commit too. */
export async function recordSql(
  url: string,
  work: (db: Db, start: () => void) => Promise<void>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  let isRecording = false;
  const client = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { TimeZone: 'UTC' },
    debug: (_, text, parameters) => {
      if (isRecording) statements.push({ text, parameters: [...parameters] });
    },
  });
  const db = Object.assign(drizzle(client, { schema }), { close: () => client.end() });
  await work(db, () => {
    isRecording = true;
  }).finally(() => db.close());
  return statements;
}

/**
 * Runs those statements again as they were, prepared, for other rows: ids in `given` become what it says, those in `fixed`
 * stay, and all others, which the work made itself, become new ones.
 */
export async function replaySql(
  connection: ReservedSql,
  statements: readonly Statement[],
  { given, fixed }: { given: ReadonlyMap<string, string>; fixed: ReadonlySet<string> },
): Promise<void> {
  const fresh = new Map(given);
  const renewText = (text: string) =>
    text.replace(ids, (id) => {
      if (fixed.has(id)) return id;
      const known = fresh.get(id) ?? newId();
      fresh.set(id, known);
      return known;
    });
  const renew = (value: unknown) => {
    if (typeof value === 'string') return renewText(value);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return JSON.parse(renewText(JSON.stringify(value)));
  };
  for (const { text, parameters } of statements) {
    await connection.unsafe(text, parameters.map(renew) as ParameterOrJSON<never>[], { prepare: true });
  }
}
