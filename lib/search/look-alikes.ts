import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { textArray } from '@/lib/sql';
import type { Candidate } from './engine';

/**
 * Names, written otherwise, of apps that one of the name that was searched for may imitate: they look the same, and are
 * verified or older. No engine finds PayPal by the Cyrillic name of its imitator, and whoever searches for that one should
 * see what it imitates.
 */
export async function listLookAlikes(ctx: Ctx, q: string, candidates: readonly Candidate[]): Promise<string[]> {
  const named = candidates.filter((candidate) => candidate.normalisedName === q && !candidate.isVerified);
  if (named.length === 0) return [];
  const youngest = Math.max(...named.map(({ releasedAt }) => releasedAt ?? 0));
  const rows = await ctx.db.execute<{ name: string }>(sql`
    select normalised_name as name from search_documents
    where skeleton = any(${textArray(named.map(({ skeleton }) => skeleton))})
      and app_id::text <> all(${textArray(candidates.map(({ id }) => id))}) and normalised_name <> ${q}
      and (is_verified or released_at < ${new Date(youngest).toISOString()}::timestamptz)
    group by normalised_name order by bool_or(is_verified) desc, min(released_at), normalised_name limit 2`);
  return rows.map(({ name }) => name);
}
