import { sql } from 'drizzle-orm';
import { notify } from '@/lib/accounts/notify';
import { defineHandler } from '@/lib/events/handler';
import { tellOfTakedowns } from './tell-of-takedowns';
import { uuids } from '@/lib/sql';

const batchSize = 100;

const tellReporters = defineHandler({
  name: 'moderation.notify_reports_resolved',
  event: 'app.reports_resolved',
  batchSize: 10,
  async handle(ctx, events) {
    const ids = events.flatMap((event) => event.payload.reportIds);
    const rows = await ctx.db.execute<{
      user_id: string;
      app_id: string;
      name: string;
      slug: string;
      is_listed: boolean;
      resolution: 'dismissed' | 'acted';
    }>(sql`
      select r.user_id, r.app_id, a.name, a.slug, a.status = 'listed' as is_listed, r.resolution
      from app_reports r join apps a on a.id = r.app_id
      where r.id = any(${uuids(ids)}) and r.user_id is not null and r.resolution is not null order by r.id`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'report_resolved' as const,
        data: { appId: row.app_id, app: row.name, resolution: row.resolution },
        href: row.is_listed ? `/apps/${row.slug}` : '/account',
      })),
    );
  },
});

const tellOfAppStatus = defineHandler({
  name: 'moderation.notify_app_status',
  event: 'app.status_changed',
  batchSize,
  handle: (ctx, events) => tellOfTakedowns(ctx, events),
});

const tellMembersOfSuspension = defineHandler({
  name: 'moderation.notify_suspension',
  event: 'organization.suspension_changed',
  batchSize,
  async handle(ctx, events) {
    const ids = events.map((event) => event.payload.organizationId);
    const rows = await ctx.db.execute<{ user_id: string; slug: string; name: string; reason: string | null }>(sql`
      select m.user_id, o.slug, o.name, o.suspended_reason as reason
      from organizations o join organization_members m on m.organization_id = o.id
      where o.id = any(${uuids(ids)}) order by o.id, m.user_id`);
    await notify(
      ctx,
      ...rows.map(({ user_id: userId, slug, name: organization, reason }) => {
        const href = `/console/${slug}`;
        return reason === null
          ? { userId, kind: 'organization_restored' as const, data: { organization }, href }
          : { userId, kind: 'organization_suspended' as const, data: { organization, reason }, href };
      }),
    );
  },
});

/** What somebody wrote goes with their account; the log keeps its hash. */
const forgetTexts = defineHandler({
  name: 'moderation.forget_texts',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map((event) => event.payload.userId));
    await db.execute(sql`
      delete from audit_texts t using audit_log l
      where l.sequence = t.sequence and l.actor_kind = 'user' and l.actor_id = any(${people})`);
  },
});

/** A rejected version was appealed by its organisation; that somebody wrote it goes with their account. */
const forgetAppealers = defineHandler({
  name: 'moderation.forget_appealers',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const people = uuids(events.map((event) => event.payload.userId));
    await db.execute(sql`update appeals set appealed_by = null where appealed_by = any(${people})`);
  },
});

/** What the desk decides about apps and organisations, to whom it concerns. */
export const moderationHandlers = [
  tellReporters,
  tellOfAppStatus,
  tellMembersOfSuspension,
  forgetTexts,
  forgetAppealers,
];
