import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { textArray } from '@/lib/sql';

type Filters = { category?: string | undefined; subcategory?: string | undefined };

/**
 * Throws 400 `invalid_request` for a category or subcategory that this store does not have. Nothing is found in those, so
 * it is asked only where nothing was.
 */
export async function requireKnownCategories(ctx: Ctx, { category, subcategory }: Filters): Promise<void> {
  const asked = Object.entries({ category, subcategory }).flatMap(([path, slug]) => (slug ? [{ path, slug }] : []));
  if (asked.length === 0) return;
  const known = await ctx.db.execute<{ slug: string; is_subcategory: boolean }>(sql`
    select slug, parent_slug is not null as is_subcategory from categories
    where slug = any(${textArray(asked.map(({ slug }) => slug))})`);
  const errors = asked
    .filter(
      ({ path, slug }) => !known.some((row) => row.slug === slug && row.is_subcategory === (path === 'subcategory')),
    )
    .map(({ path }) => ({ path, message: 'unknown' }));
  if (errors.length > 0) {
    throw new AppError('invalid', 'invalid_request', { detail: 'Some fields are not valid.', errors });
  }
}
