import { sql } from 'drizzle-orm';
import { findAppId } from '@/lib/catalog/queries';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { removeReviews } from './remove-reviews';

/**
 * Deletes my review of an app with everything that hangs on it; I may write another one. Publishes `review.deleted`.
 * Throws 401, 404 `not_found` where there is none.
 */
export async function deleteReview(ctx: Ctx, ref: string): Promise<void> {
  const { userId } = requireUser(ctx);
  const appId = await findAppId(ctx, ref);
  const gone = appId
    ? await inTransaction(ctx, (ctx) =>
        removeReviews(ctx, sql`r.user_id = ${userId} and r.app_id = ${appId} and r.deleted_at is null`),
      )
    : [];
  if (gone.length === 0) throw new AppError('not_found', 'not_found');
}
