import { sql } from 'drizzle-orm';
import { submissions } from '@/db/schema';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { problemsOfVersion } from './check-version';
import { differencesOf, diffHashOf, holdsOf } from './diff';
import { getDraft, holdApp } from './drafts';
import { ageOf, readLiveListing } from './live-listing';
import { illegal, moveVersion } from './move-version';
import { requireVersion } from './require-app';
import { can, type VersionState } from './rules';
import type { ConsoleVersionDetail } from './schema';
import { snapshotBefore, takeSnapshot } from './snapshots';
import { appRemoved } from './update-app';
import { describeVersion } from './versions';

/**
 * Hands a version in with the listing as it is now: from here on it stays as it is until a decision. What comes after a
 * rejection of text alone keeps its place in the queue. For admins and keys that may release. Publishes
 * `version.state_changed`. Throws as `requireVersion`, 409 `illegal_transition`, `app_removed`, 422 `not_ready` with what
 * is missing, 422 `message_required` for a rejected build that comes again without a word.
 */
export async function submitVersion(
  ctx: Ctx,
  refs: { id: string; version: string },
  { message = '' }: { message?: string } = {},
): Promise<ConsoleVersionDetail> {
  const app = await requireVersion(ctx, refs, 'release');
  const { appId, versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    if ((await holdApp(ctx, app)).status === 'removed') throw appRemoved();
    const state = await lockState(ctx, versionId);
    if (!can('submit', state)) throw illegal('submit', state);
    if (state === 'rejected' && message === '') {
      const detail = 'Say what you answer to the reviewers, or upload a new build.';
      throw new AppError('unprocessable', 'message_required', {
        detail,
        errors: [{ path: 'message', message: detail }],
      });
    }
    await requireReady(ctx, appId, versionId);
    const submissionId = await writeSubmission(ctx, { appId, versionId, state, message });
    await moveVersion(ctx, 'submit', versionId, { submissionId, texts: { message } });
  });
  return describeVersion(ctx, versionId);
}

/** The state of a version, which nobody changes until commit. For commands that hold its app's lock. */
export async function lockState(ctx: Ctx & { db: Tx }, versionId: string): Promise<VersionState> {
  const [row] = await ctx.db.execute<{ state: VersionState }>(
    sql`select state from app_versions where id = ${versionId} for no key update`,
  );
  if (!row) throw new AppError('not_found', 'not_found');
  return row.state;
}

async function requireReady(ctx: Ctx, appId: string, versionId: string): Promise<void> {
  const errors = (await problemsOfVersion(ctx, appId, versionId)).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new AppError('unprocessable', 'not_ready', {
    detail: `${errors.length === 1 ? 'One thing is' : `${errors.length} things are`} missing or wrong: ${errors[0]?.message}`,
    errors: errors.map(({ path, message }) => ({ path, message })),
  });
}

type Input = { appId: string; versionId: string; state: VersionState; message: string };

async function writeSubmission(ctx: Ctx & { db: Tx }, { appId, versionId, state, message }: Input): Promise<string> {
  const [{ listing }, live] = [await getDraft(ctx, appId), await readLiveListing(ctx, appId)];
  const snapshot = await takeSnapshot(ctx, versionId, { listing, ageRating: ageOf(listing, live) });
  const before = await snapshotBefore(ctx, appId, ctx.now);
  const id = newId(ctx.now);
  await ctx.db.insert(submissions).values({
    id,
    versionId,
    appId,
    snapshot,
    holds: holdsOf(before, snapshot),
    diffHash: diffHashOf(differencesOf(before, snapshot)),
    message,
    submittedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    submittedAt: ctx.now,
    queuedAt: state === 'metadata_rejected' ? await placeBefore(ctx, versionId) : ctx.now,
  });
  return id;
}

/** When the version came into the queue the last time. */
async function placeBefore(ctx: Ctx, versionId: string): Promise<Date> {
  const [row] = await ctx.db.execute<{ queued_at: string }>(sql`
    select to_json(queued_at) #>> '{}' as queued_at from submissions
    where version_id = ${versionId} order by submitted_at desc, id desc limit 1`);
  return row ? new Date(row.queued_at) : ctx.now;
}
