import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { notify, notifyOwners } from '@/lib/accounts/notify';
import type { Ctx } from '@/lib/context';
import type { Event } from '@/lib/events/events';
import { guidelineTitle } from '@/lib/publishing/submissions';

type Target = Ctx & { db: Tx };

type Row = {
  app_id: string;
  name: string;
  slug: string;
  guideline_id: string;
  reason: string;
  organization_id: string;
};

/** Tells developers and owners of apps that were taken down, and developers of those that came back. */
export async function tellOfTakedowns(ctx: Target, events: Event<'app.status_changed'>[]): Promise<void> {
  for (const { payload, occurredAt } of events) {
    const isRemoval = payload.status === 'removed';
    // By its time: apps change their status for other reasons too.
    const [app] = await ctx.db.execute<Row>(sql`
      select t.app_id, a.name, a.slug, t.guideline_id, t.reason, a.organization_id
      from takedowns t join apps a on a.id = t.app_id
      where t.app_id = ${payload.appId} and ${isRemoval ? sql`t.created_at` : sql`t.lifted_at`} = ${occurredAt.toISOString()}::timestamptz`);
    if (!app) continue;
    await tellMembers(ctx, app, isRemoval);
    if (!isRemoval) continue;
    const data = { appId: app.app_id, app: app.name, reason: app.reason };
    await notifyOwners(ctx, { kind: 'owned_app_taken_down', data, href: '/library' });
  }
}

async function tellMembers(ctx: Target, app: Row, isRemoval: boolean): Promise<void> {
  const members = await ctx.db.execute<{ user_id: string }>(
    sql`select user_id from organization_members where organization_id = ${app.organization_id} order by user_id`,
  );
  const { app_id: appId, name, reason } = app;
  const guideline = guidelineTitle(app.guideline_id);
  const href = `/console/apps/${app.slug}`;
  await notify(
    ctx,
    ...members.map(({ user_id: userId }) =>
      isRemoval
        ? { userId, kind: 'app_taken_down' as const, data: { appId, app: name, guideline, reason }, href }
        : { userId, kind: 'app_restored' as const, data: { appId, app: name }, href },
    ),
  );
}
