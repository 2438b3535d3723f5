import { sql } from 'drizzle-orm';
import { notify } from '@/lib/accounts/notify';
import { defineHandler } from '@/lib/events/handler';
import { uuids } from '@/lib/sql';

const batchSize = 100;

const forgetWishesThatCameTrue = defineHandler({
  name: 'catalog.forget_wishes',
  event: 'purchase.completed',
  batchSize,
  async handle({ db }, events) {
    const ids = events.map((event) => event.payload.purchaseId);
    await db.execute(sql`
      delete from wishlist_items w using purchases p
      where p.id = any(${uuids(ids)}) and p.status = 'completed' and w.user_id = p.user_id and w.app_id = p.app_id`);
  },
});

const thankReporters = defineHandler({
  name: 'catalog.notify_reported',
  event: 'app.reported',
  batchSize,
  async handle(ctx, events) {
    const ids = events.map((event) => event.payload.reportId);
    const rows = await ctx.db.execute<{ user_id: string; app_id: string; name: string; slug: string }>(sql`
      select r.user_id, r.app_id, a.name, a.slug from app_reports r join apps a on a.id = r.app_id
      where r.id = any(${uuids(ids)}) and r.user_id is not null order by r.id`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'report_received' as const,
        data: { appId: row.app_id, app: row.name },
        href: `/apps/${row.slug}`,
      })),
    );
  },
});

/** Wishes go with an account; what it reported stays, from nobody. */
const forgetErased = defineHandler({
  name: 'catalog.forget_erased',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map((event) => event.payload.userId));
    await db.execute(sql`delete from wishlist_items where user_id = any(${people})`);
    await db.execute(sql`update app_reports set user_id = null where user_id = any(${people})`);
  },
});

/** Wishlists and what is said about apps. */
export const catalogHandlers = [forgetWishesThatCameTrue, thankReporters, forgetErased];
