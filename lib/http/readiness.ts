import { sql } from 'drizzle-orm';
import { requireDb } from '@/lib/database';

const timeoutMs = 2_000;

/** State of each dependency; the store can serve as long as Postgres is there. */
export async function readiness(): Promise<{ database: 'ok' | 'away' }> {
  const timeout = new Promise<'away'>((resolve) => setTimeout(resolve, timeoutMs, 'away').unref());
  const answer = requireDb()
    .execute(sql`select 1`)
    .then(
      () => 'ok' as const,
      () => 'away' as const,
    );
  return { database: await Promise.race([answer, timeout]) };
}
