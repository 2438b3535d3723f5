import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import { AppError, type FieldError } from '@/lib/errors';
import type { Listing } from './schema';

type Shelf = Pick<Listing, 'category' | 'subcategory'>;

/** What is wrong with where an app is to stand: categories and their kinds are the store's. */
export async function shelfErrors(ctx: Ctx, { category, subcategory }: Shelf): Promise<FieldError[]> {
  const rows = await ctx.db.execute<{ slug: string; parent_slug: string | null }>(
    sql`select slug, parent_slug from categories where slug in (${category}, ${subcategory ?? ''})`,
  );
  const hasCategory = rows.some((row) => row.slug === category && row.parent_slug === null);
  const hasKind = subcategory === null || rows.some((row) => row.slug === subcategory && row.parent_slug === category);
  return [
    ...(hasCategory ? [] : [{ path: 'category', message: `There is no category ${category}.` }]),
    ...(hasKind ? [] : [{ path: 'subcategory', message: `${category} has no kind ${subcategory}.` }]),
  ];
}

/** Throws 422 `unknown_category`. */
export async function requireCategory(ctx: Ctx, shelf: Shelf): Promise<void> {
  const errors = await shelfErrors(ctx, shelf);
  if (errors.length > 0)
    throw new AppError('unprocessable', 'unknown_category', { detail: errors[0]?.message, errors });
}
