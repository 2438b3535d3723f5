import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { publishListing, publishRelease } from '@/lib/catalog/publish-listing';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { textArray } from '@/lib/sql';
import { holdApp, lockApp } from './drafts';
import { illegal, moveVersion } from './move-version';
import { requireVersion } from './require-app';
import { can, type VersionState } from './rules';
import type { ConsoleVersionDetail, Snapshot } from './schema';
import { appRemoved } from './update-app';
import { describeVersion } from './versions';

/**
 * Puts an approved version into the store: shoppers see what was approved with it, and the released version of the same
 * platform is superseded. For admins and keys that may release. Publishes `version.state_changed` for each, and
 * `app.status_changed` at the first release. Throws as `requireVersion`, 409 `illegal_transition`, `app_removed`.
 */
export async function releaseVersion(ctx: Ctx, refs: { id: string; version: string }): Promise<ConsoleVersionDetail> {
  return act(ctx, refs, 'release');
}

/**
 * Makes a superseded version the current one of its platform again, in one step; the listing stays as it is. For admins
 * and keys that may release. Publishes and throws as `releaseVersion`.
 */
export async function rollBackVersion(ctx: Ctx, refs: { id: string; version: string }): Promise<ConsoleVersionDetail> {
  return act(ctx, refs, 'roll_back');
}

async function act(ctx: Ctx, refs: { id: string; version: string }, action: Release['action']) {
  const app = await requireVersion(ctx, refs, 'release');
  const { appId, versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    await putOut(ctx, { appId, versionId, action });
  });
  return describeVersion(ctx, versionId);
}

/**
 * Releases a version that has been approved and is to come out by itself, on approval or because its date has come; any
 * other stays as it is. The store does it, in the caller's transaction. Says whether it did.
 */
export async function releaseIfAutomatic(ctx: Ctx & { db: Tx }, versionId: string): Promise<boolean> {
  const [due] = await ctx.db.execute<{ app_id: string }>(sql`
    select v.app_id from app_versions v join apps a on a.id = v.app_id join organizations o on o.id = a.organization_id
    where v.id = ${versionId} and v.state = 'approved' and a.status <> 'removed' and o.suspended_at is null
      and (v.release_mode = 'automatic' or v.release_at <= ${ctx.now.toISOString()}::timestamptz)`);
  if (!due) return false;
  const asStore = { ...ctx, actor: { kind: 'system', job: 'publishing.release_approved' } as const };
  await putOut(asStore, { appId: due.app_id, versionId, action: 'release' });
  return true;
}

type Release = { appId: string; versionId: string; action: 'release' | 'roll_back' };
type Locked = { id: string; platform: string; state: VersionState };

async function putOut(ctx: Ctx & { db: Tx }, { appId, versionId, action }: Release): Promise<void> {
  if ((await lockApp(ctx, appId)).status === 'removed') throw appRemoved();
  // Everything is locked before the first transition, which holds the audit log until commit.
  const versions = await ctx.db.execute<Locked>(
    sql`select id, platform, state from app_versions where app_id = ${appId} order by id for no key update`,
  );
  const version = versions.find(({ id }) => id === versionId);
  if (!version) throw new AppError('not_found', 'not_found');
  if (!can(action, version.state)) throw illegal(action, version.state);
  const isNews = action === 'release';
  const submission = isNews ? await findApproved(ctx, versionId) : null;
  if (submission) {
    const { listing, ageRating } = submission.snapshot;
    await publishListing(ctx, appId, listing, ageRating);
    await takeApproved(ctx, versionId, submission.snapshot.version);
  }
  await publishRelease(ctx, appId, { platform: version.platform, isNews });
  for (const { id, platform, state } of versions) {
    if (state === 'released' && platform === version.platform) {
      await moveVersion(ctx, 'supersede', id, { changes: { by: versionId } });
    }
  }
  await moveVersion(ctx, action, versionId, {
    submissionId: submission?.id ?? null,
    ...(isNews ? { set: { releasedAt: ctx.now } } : {}),
  });
}

/** A rejection that was overturned lets out what was rejected, whatever was changed of the version meanwhile. */
async function takeApproved(ctx: Ctx, versionId: string, approved: Snapshot['version']): Promise<void> {
  await ctx.db.execute(sql`
    update app_versions set release_notes = ${approved.releaseNotes}, minimum_os = ${approved.minimumOs},
      web_url = ${approved.webUrl},
      languages = ${textArray(approved.languages)}
    where id = ${versionId}`);
}

/** What was handed in when the version was approved: nothing can be handed in after that. */
async function findApproved(ctx: Ctx, versionId: string): Promise<{ id: string; snapshot: Snapshot } | null> {
  const [row] = await ctx.db.execute<{ id: string; snapshot: Snapshot }>(
    sql`select id, snapshot from submissions where version_id = ${versionId} order by submitted_at desc, id desc limit 1`,
  );
  return row ?? null;
}
