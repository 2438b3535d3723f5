import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/lib/context';
import { holdApp } from './drafts';
import { moveVersion } from './move-version';
import { requireVersion } from './require-app';
import type { ConsoleVersionDetail } from './schema';
import { describeVersion } from './versions';

/**
 * Takes a version back from review, whoever has it on the desk; of this and a decision at once the first counts. For
 * admins and keys that may release. Publishes `version.state_changed`. Throws as `requireVersion`,
 * 409 `illegal_transition`.
 */
export async function withdrawVersion(ctx: Ctx, refs: { id: string; version: string }): Promise<ConsoleVersionDetail> {
  const app = await requireVersion(ctx, refs, 'release');
  const { versionId } = app;
  await inTransaction(ctx, async (ctx) => {
    await holdApp(ctx, app);
    const [closed] = await ctx.db.execute<{ id: string }>(sql`
      update submissions set outcome = 'withdrawn', decided_at = ${ctx.now.toISOString()}::timestamptz,
        decided_by = ${ctx.actor.kind === 'user' ? ctx.actor.userId : null}
      where version_id = ${versionId} and outcome is null returning id`);
    await moveVersion(ctx, 'withdraw', versionId, { submissionId: closed?.id ?? null });
  });
  return describeVersion(ctx, versionId);
}
