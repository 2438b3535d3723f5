import { and, count, eq, sql } from 'drizzle-orm';
import { wishlistItems } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireListedAppId } from './queries';

const maxItems = 1_000;

/**
 * Puts a listed app on my wishlist; twice keeps its place. Throws 404 `not_found`, 409 `wishlist_full` at 1,000 apps.
 */
export async function wishForApp(ctx: Ctx, ref: string): Promise<void> {
  const { userId } = requireUser(ctx);
  const appId = await requireListedAppId(ctx, ref);
  await inTransaction(ctx, async ({ db, now }) => {
    // Those who add to one wishlist take turns, so that it stays within its limit.
    await db.execute(sql`select from users where id = ${userId} for no key update`);
    const mine = eq(wishlistItems.userId, userId);
    const [known] = await db
      .select({ appId: wishlistItems.appId })
      .from(wishlistItems)
      .where(and(mine, eq(wishlistItems.appId, appId)));
    if (known) return;
    const [kept] = await db.select({ count: count() }).from(wishlistItems).where(mine);
    if ((kept?.count ?? 0) >= maxItems) {
      throw new AppError('conflict', 'wishlist_full', {
        detail: `A wishlist holds at most ${maxItems} apps; remove one first.`,
      });
    }
    await db.insert(wishlistItems).values({ userId, appId, createdAt: now });
  });
}
