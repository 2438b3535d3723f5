import { and, eq, inArray, sql } from 'drizzle-orm';
import { appVersions } from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { transitions, type VersionAction, type VersionState, whyNotNow } from './rules';

type Details = {
  submissionId?: string | null;
  /** A rule's id or a word, for the audit log. */
  reason?: string;
  /** What people wrote, for the audit log. */
  texts?: Record<string, string>;
  /** Further facts for the audit log. */
  changes?: Record<string, unknown>;
  /** Columns of the version that change with its state. */
  set?: Partial<Pick<typeof appVersions.$inferInsert, 'releasedAt' | 'releaseAt' | 'releaseMode'>>;
};

/**
 * The only way a version changes its state: by the table of rules.ts, in one conditional write, with an audit row and
 * `version.state_changed`. Of two at once one wins. Call it last in the transaction; who may do it, the caller has
 * decided. Throws 409 `illegal_transition` with the states named.
 */
export async function moveVersion(
  ctx: Ctx & { db: Tx },
  action: VersionAction,
  versionId: string,
  { submissionId = null, reason, texts, changes, set }: Details = {},
): Promise<void> {
  const { from, to } = transitions[action];
  // First the app, then its version: one order for all who change what belongs to an app.
  await ctx.db.execute(sql`
    select from apps where id = (select app_id from app_versions where id = ${versionId}) for no key update`);
  // The row is locked before it is compared, so that the state in the audit log is the one that was left.
  const [before] = await ctx.db
    .select({ state: appVersions.state, appId: appVersions.appId })
    .from(appVersions)
    .where(eq(appVersions.id, versionId))
    .for('update');
  if (!before) throw new AppError('not_found', 'not_found');
  const moved = await ctx.db
    .update(appVersions)
    .set({ ...set, state: to })
    .where(and(eq(appVersions.id, versionId), inArray(appVersions.state, [...from])))
    .returning({ id: appVersions.id });
  if (moved.length === 0) throw illegal(action, before.state as VersionState);
  await publish(ctx, { type: 'version.state_changed', payload: { versionId, action, submissionId } });
  await appendAudit(ctx, {
    action: `version.${action}`,
    subjectType: 'version',
    subjectId: versionId,
    changes: { appId: before.appId, state: [before.state, to], ...(submissionId ? { submissionId } : {}), ...changes },
    ...(reason === undefined ? {} : { reason }),
    ...(texts === undefined ? {} : { texts }),
  });
}

/** What a command answers to a version that is in another state than it needs. */
export const illegal = (action: VersionAction, state: VersionState) =>
  new AppError('conflict', 'illegal_transition', {
    detail: whyNotNow(action, state) ?? 'Another state came first. Look again.',
    members: { action, state, possibleFrom: transitions[action].from, leadsTo: transitions[action].to },
  });
