import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { notifications } from '@/db/schema';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { countUnread } from './notifications';
import type { ReadNotificationsBody } from './schema';

/**
 * Marks notifications of mine as read, some by id or all up to a moment, and returns how many are left unread.
 * What was read before keeps its time; ids of others are passed over.
 */
export async function readNotifications(ctx: Ctx, which: ReadNotificationsBody): Promise<{ unreadCount: number }> {
  const { userId } = requireUser(ctx);
  const chosen =
    'ids' in which ? inArray(notifications.id, which.ids) : lte(notifications.createdAt, new Date(which.before));
  return inTransaction(ctx, async (tx) => {
    await tx.db
      .update(notifications)
      .set({ readAt: ctx.now })
      .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), chosen));
    return { unreadCount: await countUnread(tx, userId) };
  });
}
