import { sql } from 'drizzle-orm';
import { type News, notify, notifyOwners } from '@/lib/accounts/notify';
import { defineHandler } from '@/lib/events/handler';
import type { VersionAction, VersionState } from './rules';
import { uuids } from '@/lib/sql';

type Row = {
  id: string;
  version: string;
  state: VersionState;
  app_id: string;
  app: string;
  slug: string;
  /** Something of the app was out before this version. */
  is_update: boolean;
  members: string[] | null;
};

/** What of all that happens to a version its people need to hear. */
const kinds: Partial<Record<VersionAction, News['kind'] & `${'version' | 'build'}_${string}`>> = {
  refuse_build: 'build_invalid',
  approve: 'version_approved',
  overturn: 'version_approved',
  reject: 'version_rejected',
  reject_metadata: 'version_metadata_rejected',
  uphold: 'version_appeal_upheld',
  release: 'version_released',
};

/** Members hear what became of their versions, and who owns an app hears of the new one. */
export const notifyMembers = defineHandler({
  name: 'publishing.notify_members',
  event: 'version.state_changed',
  batchSize: 20,
  async handle(ctx, events) {
    const told = events.filter(({ payload }) => payload.action in kinds);
    if (told.length === 0) return;
    const rows = await ctx.db.execute<Row>(sql`
      select v.id, v.version, v.state, a.id as app_id, a.name as app, a.slug,
        exists (select from app_versions o where o.app_id = a.id and o.id <> v.id and o.released_at < v.released_at) as is_update,
        (select array_agg(m.user_id order by m.user_id) from organization_members m
          where m.organization_id = a.organization_id) as members
      from app_versions v join apps a on a.id = v.app_id
      where v.id = any(${uuids(told.map(({ payload }) => payload.versionId))})`);
    const versions = new Map(rows.map((row) => [row.id, row]));
    for (const { payload } of told) {
      const row = versions.get(payload.versionId);
      const kind = kinds[payload.action as VersionAction];
      if (!row || !kind || isOvertaken(payload.action, row)) continue;
      const data = { appId: row.app_id, app: row.app, version: row.version };
      const href = `/console/apps/${row.app_id}/versions/${row.id}`;
      await notify(ctx, ...(row.members ?? []).map((userId) => ({ userId, kind, data, href })));
      if (payload.action === 'release' && row.is_update) {
        await notifyOwners(ctx, { kind: 'app_updated', data, href: `/apps/${row.slug}` });
      }
    }
  },
});

/** An approval that has become a release says nothing of its own. */
const isOvertaken = (action: string, { state }: Row) =>
  (action === 'approve' || action === 'overturn') && state !== 'approved';

/** Both organisations hear of an app that changed hands. */
export const notifyTransferred = defineHandler({
  name: 'publishing.notify_transferred',
  event: 'app.transferred',
  batchSize: 100,
  async handle(ctx, events) {
    const rows = await ctx.db.execute<{ user_id: string; app_id: string; app: string; organization: string }>(sql`
      select distinct m.user_id, a.id as app_id, a.name as app, o.name as organization
      from app_transfers t join apps a on a.id = t.app_id join organizations o on o.id = t.to_organization_id
      join organization_members m on m.organization_id in (t.from_organization_id, t.to_organization_id)
      where t.id = any(${uuids(events.map(({ payload }) => payload.transferId))}) and t.outcome = 'accepted'`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'app_transferred' as const,
        data: { appId: row.app_id, app: row.app, organization: row.organization },
        href: '/console',
      })),
    );
  },
});
