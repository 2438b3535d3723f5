import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { holdApp } from '@/lib/publishing/drafts';
import { illegal, moveVersion } from '@/lib/publishing/move-version';
import { requireVersion } from '@/lib/publishing/require-app';
import { appealDays, can } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { lockState } from '@/lib/publishing/submit-version';
import { describeVersion } from '@/lib/publishing/versions';

/**
 * Asks for a rejection to be looked at by somebody else: once for each, within 180 days. For admins of the organisation
 * and keys that may release. Publishes `version.state_changed`. Throws as `requireVersion`, 409 `illegal_transition`,
 * 409 `already_appealed`, 409 `appeal_too_late`.
 */
export async function appealVersion(
  ctx: Ctx,
  refs: { id: string; version: string },
  { text }: { text: string },
): Promise<ConsoleVersionDetail> {
  const app = await requireVersion(ctx, refs, 'release');
  const { versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const state = await lockState(ctx, versionId);
    if (!can('appeal', state)) throw illegal('appeal', state);
    const [rejection] = await ctx.db.execute<{ id: string; is_late: boolean }>(sql`
      select id, decided_at < ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${appealDays}) as is_late
      from submissions where version_id = ${versionId} and outcome = 'rejected' order by submitted_at desc, id desc limit 1`);
    if (!rejection) throw illegal('appeal', state);
    if (rejection.is_late) {
      throw new AppError('conflict', 'appeal_too_late', {
        detail: `Appeals end ${appealDays} days after the decision.`,
      });
    }
    const [appeal] = await ctx.db.execute<{ id: string }>(sql`
      insert into appeals (id, submission_id, text, appealed_by, created_at)
      values (${newId(ctx.now)}, ${rejection.id}, ${text}, ${ctx.actor.kind === 'user' ? ctx.actor.userId : null},
        ${ctx.now.toISOString()}::timestamptz)
      on conflict (submission_id) do nothing returning id`);
    if (!appeal) {
      throw new AppError('conflict', 'already_appealed', { detail: 'This rejection was looked at again already.' });
    }
    await moveVersion(ctx, 'appeal', versionId, {
      submissionId: rejection.id,
      texts: { text },
      changes: { appealId: appeal.id },
    });
  });
  return describeVersion(ctx, versionId);
}
