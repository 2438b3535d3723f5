import { sql } from 'drizzle-orm';
import { type Membership, requireMember } from '@/lib/accounts/organizations/require-member';
import type { Permission } from '@/lib/accounts/organizations/rules';
import { findAppId } from '@/lib/catalog/queries';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { VersionState } from './rules';

export type ManagedApp = Membership & {
  appId: string;
  status: 'draft' | 'listed' | 'hidden' | 'removed';
  /** What it was asked for. */
  permission: Permission;
};

/** An app (id, slug or bundle id) that the actor may act for in that way; throws as `requireMember` does. */
export async function requireApp(ctx: Ctx, ref: string, permission: Permission): Promise<ManagedApp> {
  const appId = await findAppId(ctx, ref);
  const [app] = appId
    ? await ctx.db.execute<{ organization_id: string; status: ManagedApp['status'] }>(
        sql`select organization_id, status from apps where id = ${appId}`,
      )
    : [];
  if (!appId || !app) throw new AppError('not_found', 'not_found');
  return { ...(await requireMember(ctx, app.organization_id, permission)), appId, status: app.status, permission };
}

export type ManagedVersion = ManagedApp & { versionId: string; state: VersionState };

/** A version of such an app, by its id or, where one platform alone has it, by its number. */
export async function requireVersion(
  ctx: Ctx,
  refs: { id: string; version: string },
  permission: Permission,
): Promise<ManagedVersion> {
  const app = await requireApp(ctx, refs.id, permission);
  const rows = await ctx.db.execute<{ id: string; state: VersionState }>(sql`
    select id, state from app_versions
    where app_id = ${app.appId} and (id::text = ${refs.version.toLowerCase()} or version = ${refs.version}) limit 2`);
  const [row] = rows;
  if (!row || rows.length > 1) throw new AppError('not_found', 'not_found');
  return { ...app, versionId: row.id, state: row.state };
}
