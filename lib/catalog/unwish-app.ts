import { and, eq, ne } from 'drizzle-orm';
import { apps, wishlistItems } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { findAppId } from './queries';

/** Takes an app off my wishlist, listed or not; one that is not on it is no mistake. Throws 404 `not_found`. */
export async function unwishApp(ctx: Ctx, ref: string): Promise<void> {
  const { userId } = requireUser(ctx);
  const appId = await findAppId(ctx, ref);
  const [app] = appId
    ? await ctx.db
        .select({ id: apps.id })
        .from(apps)
        .where(and(eq(apps.id, appId), ne(apps.status, 'draft')))
    : [];
  if (!app) throw new AppError('not_found', 'not_found');
  await ctx.db.delete(wishlistItems).where(and(eq(wishlistItems.userId, userId), eq(wishlistItems.appId, app.id)));
}
