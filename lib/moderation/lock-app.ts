import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import * as drafts from '@/lib/publishing/drafts';
import type { VersionState } from '@/lib/publishing/rules';

export type LockedApp = {
  id: string;
  status: 'draft' | 'listed' | 'hidden' | 'removed';
  organizationId: string;
  /** Whether an admin has suspended its organisation. */
  isSuspended: boolean;
};

/**
 * An app that nobody else changes until the transaction ends. Everything that moves a version locks its app first: two at
 * once then take turns, and nobody waits for a row while holding the audit log. Throws 404 `not_found`.
 */
export async function lockApp(ctx: Ctx & { db: Tx }, appId: string): Promise<LockedApp> {
  const { status, organizationId } = await drafts.lockApp(ctx, appId);
  // Only now: a suspension takes the same lock, and is seen if it came first.
  const [organization] = await ctx.db.execute<{ is_suspended: boolean }>(
    sql`select suspended_at is not null as is_suspended from organizations where id = ${organizationId}`,
  );
  return { id: appId, status, organizationId, isSuspended: organization?.is_suspended === true };
}

/** The app of a submission, locked in the same way. Throws 404 `not_found`. */
export async function lockAppOf(ctx: Ctx & { db: Tx }, submissionId: string): Promise<LockedApp> {
  const [row] = await ctx.db.execute<{ app_id: string }>(
    sql`select app_id from submissions where id = ${submissionId}`,
  );
  if (!row) throw new AppError('not_found', 'not_found');
  return lockApp(ctx, row.app_id);
}

/** Its versions, in the order in which everybody locks them. */
export async function lockVersions(
  ctx: Ctx & { db: Tx },
  appId: string,
): Promise<{ id: string; state: VersionState }[]> {
  return ctx.db.execute<{ id: string; state: VersionState }>(
    sql`select id, state from app_versions where app_id = ${appId} order by id for no key update`,
  );
}
